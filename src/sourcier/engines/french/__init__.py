"""The French engine of the package."""
