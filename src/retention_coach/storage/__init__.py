"""Keeps sessions on disk. `json_folder.JsonFolderStore` is the store; the other modules are its parts."""
