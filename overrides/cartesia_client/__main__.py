"""`python -m cartesia_client`: the command line, for systems whose PATH does not have `cartesia-client`."""

import runpy

if __name__ == "__main__":
    # By its name: the client does not depend on the command line, which stands on it.
    runpy.run_module("cartesia_tools", run_name="__main__", alter_sys=True)
