"""Prints what AT-SPI tells of a program's tree 'Scopes': a line a row, 'checked|expanded|name|description'. Argument: its pid."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def find(node, name, role):
    """The first node of that name and role below a node, or None."""
    if node is None:
        return None
    if node.get_name() == name and node.get_role() == role:
        return node
    for i in range(min(node.get_child_count(), 200)):
        found = find(node.get_child_at_index(i), name, role)
        if found is not None:
            return found
    return None


def main():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is None or app.get_process_id() != int(sys.argv[1]):
            continue
        tree = find(app, "Scopes", Atspi.Role.TREE) or find(app, "Scopes", Atspi.Role.TREE_TABLE)
        for cell in range(tree.get_child_count() if tree else 0):
            node = tree.get_child_at_index(cell)
            if node is None or not node.get_name():
                continue
            states = node.get_state_set()
            print(int(states.contains(Atspi.StateType.CHECKED)), int(states.contains(Atspi.StateType.EXPANDED)), node.get_name(),
                  node.get_description(), sep="|")


main()
