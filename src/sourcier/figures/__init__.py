"""Figures that can be defended: a sample drawn, coded by people who do not know what was found, and reckoned up."""
