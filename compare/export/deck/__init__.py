"""The deck: slides whose charts are native, so that they can be edited where they are shown."""
