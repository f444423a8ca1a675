"""What `brief export` made is replaced by the next export; nobody else's file is."""

FORMS = {"ics": ".ics", "html": ".html", "md": ".md", "docx": ".docx", "sqlite": ".db"}
