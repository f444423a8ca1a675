"""The longer SQL statements of `queries`, and conditions in them. `:audience` is the audience that asks."""

# If two files have the same id, the first one counts in everything that is shown of one meeting
MEETING_ID = (
    "m.file = (SELECT m3.file FROM meeting m3 WHERE m3.id = :meeting AND m3.audience & :audience"
    " ORDER BY m3.path LIMIT 1)"
)
FILTERS = {
    "series": "m.series = :series COLLATE NOCASE",
    "body": "m.body COLLATE NOCASE IN (SELECT value FROM json_each(:body))",
    "year": (
        ":year BETWEEN CAST(substr(m.sort, 1, 4) AS INTEGER) AND CAST(substr(m.last, 1, 4) AS INTEGER)"
        " AND m.sort < '9999'"
    ),
    "meeting": MEETING_ID,
}

# Items that can be on or after a day, or late on that day. An item without a last day counts as long as its meeting is
# ahead, or, if we must deliver it and it is in a file, until it is done. If the day on which something was done is not
# a plain day, the view decides. CROSS makes SQLite join in this order: else it goes through all meetings first
DATED_AHEAD = (
    "(SELECT file, number FROM dated WHERE last >= :since AND last < :far UNION"
    " SELECT d2.file, d2.number FROM meeting m2 JOIN dated d2 ON d2.file = m2.file"
    " WHERE m2.last >= :since AND m2.audience & :audience AND (d2.last >= :since OR d2.status = 'open') UNION"
    " SELECT file, number FROM dated WHERE (status = 'open' OR done_on <> 'unknown') AND last >= :far"
    " AND rhythm = '' UNION"
    " SELECT file, number FROM dated WHERE (status = 'open' OR done_on <> 'unknown') AND last < :since"
    " AND (rhythm = '' OR last >= :late) AND (status = 'open' OR done_on > :since OR done_on NOT GLOB"
    " '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) ahead"
    " CROSS JOIN dated t ON t.file = ahead.file AND t.number = ahead.number CROSS"
)
# A commitment that is carried over counts at the meeting where it was made. If no meeting with that id has it for the
# same day (the id may be misspelt, the commitment withheld, unreadable, or carried over itself), it counts here, so
# that it is always in a list
COUNTS_HERE = (
    " AND (t.carried_from = '' OR NOT EXISTS (SELECT 1 FROM meeting n JOIN commitment o"
    " ON o.file = n.file AND o.audience & :audience WHERE n.id = t.carried_from AND n.audience & :audience"
    " AND n.file <> t.file AND o.carried_from = '' AND o.title = t.title"
    " AND (t.written = '' OR t.[when] = o.[when])))"
)
COMMITMENT_IN_DOSSIER = (
    " AND EXISTS (SELECT 1 FROM citation p WHERE p.file = t.file AND p.audience & :audience"
    " AND (p.dossier = :dossier OR p.dossier GLOB :dossier || '-*')"
    " AND p.spot GLOB 'commitments[[]' || t.place || ']*')"
)
OF_DOCUMENT = (
    " AND (t.document = :document OR t.document IN"
    " (SELECT o.document FROM other_name o WHERE o.other = :document AND o.audience & :audience))"
)
IN_DOSSIER = (
    " AND t.document IN (SELECT document FROM citation WHERE (dossier = :dossier"
    " OR (dossier >= :dossier || '-' AND dossier < :dossier || '.')) UNION ALL"
    " SELECT o.document FROM other_name o WHERE (o.dossier = :dossier"
    " OR (o.dossier >= :dossier || '-' AND o.dossier < :dossier || '.')) AND o.audience & :audience)"
)
CONFLICTS = """
    SELECT p.document, p.dated, p.spot, m.id, m.path
    FROM citation p JOIN meeting m ON m.file = p.file AND m.audience & :audience
    WHERE p.audience & :audience AND p.certain AND p.dated <> '' AND p.document IN
        (SELECT document FROM citation WHERE audience & :audience AND certain AND dated <> ''
         GROUP BY document HAVING min(dated) <> max(dated))
    ORDER BY p.document, m.path, p.spot
"""
ANY_OFFICIAL = (
    "SELECT 1 FROM official_activity UNION ALL SELECT 1 FROM official_paper "
    "UNION ALL SELECT 1 FROM official_promise UNION ALL SELECT 1 FROM official_withdrawn LIMIT 1"
)
