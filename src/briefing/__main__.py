"""`python -m briefing`, and what the command `briefing` calls."""

import sys

from briefing.errors import INTERRUPTED


def main() -> None:
    """Run the program; Ctrl-C while it is still being loaded ends it like any later one."""
    try:
        from briefing.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
