"""The one part of the build that pyproject.toml cannot say: the compiled kernels are optional."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        # Without a compiler the build goes on, and sourcier.lineage.kernels uses NumPy with equal results.
        Extension("sourcier.lineage._kernels", ["src/sourcier/lineage/_kernels.c"], optional=True),
    ]
)
