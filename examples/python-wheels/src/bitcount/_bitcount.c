#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *count(PyObject *self, PyObject *bytes) {
    Py_buffer view;
    unsigned long long bits = 0;

    if (PyObject_GetBuffer(bytes, &view, PyBUF_SIMPLE) < 0)
        return NULL;
    for (Py_ssize_t i = 0; i < view.len; i++)
        for (unsigned char byte = ((const unsigned char *)view.buf)[i]; byte; byte &= byte - 1)
            bits++;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLongLong(bits);
}

static PyMethodDef methods[] = {
    {"count", count, METH_O, "count(bytes) -> the number of bits that are set in them"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_bitcount", NULL, 0, methods};

PyMODINIT_FUNC PyInit__bitcount(void) {
    return PyModule_Create(&module);
}
