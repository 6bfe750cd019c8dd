"""Executes a notebook from top to bottom; fails where a cell raises or the plot is missing. Stores no outputs.

    python execute_notebook.py NOTEBOOK [FILE for the executed copy]
"""
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

path = Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
code = [cell for cell in notebook.cells if cell.cell_type == "code"]
assert not any(cell.outputs or cell.execution_count for cell in code), f"{path} is stored with outputs: clear them"

NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()

plots = [output for cell in code if "plot" in cell.metadata.get("tags", []) for output in cell.outputs]
assert any("image/png" in output.get("data", {}) for output in plots), f"the plot cell gave no picture: {plots}"
if len(sys.argv) > 2:
    nbformat.write(notebook, sys.argv[2])
print(f"{len(code)} cells executed, {len(plots)} plot outputs")
