from briefcli.cli.output import write
from briefcli.writing.schema import schema_text


def run() -> None:
    """Print the JSON Schema of an agenda, for editors that complete and explain while you type.

    brief new writes it beside the agendas; the first line of each new agenda refers to it.

    Example: brief schema > agendas/.schema.json
    """
    write(schema_text(), exact=True)
