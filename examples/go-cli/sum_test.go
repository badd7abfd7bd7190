package main

import (
	"strings"
	"testing"
)

func TestStandardInput(t *testing.T) {
	var out strings.Builder
	if err := run(nil, strings.NewReader("abc"), &out); err != nil {
		t.Fatal(err)
	}
	want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  -\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func TestMissingFile(t *testing.T) {
	if err := run([]string{"no-such-file"}, strings.NewReader(""), &strings.Builder{}); err == nil {
		t.Error("a file that is missing is no error")
	}
}
