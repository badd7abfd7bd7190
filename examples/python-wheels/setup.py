from setuptools import Extension, setup

# by the limited API one wheel does for all versions of Python from 3.11 on
setup(
    ext_modules=[
        Extension(
            "bitcount._bitcount",
            sources=["src/bitcount/_bitcount.c"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
