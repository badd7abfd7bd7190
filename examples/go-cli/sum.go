package main

import (
	"crypto/sha256"
	"fmt"
	"io"
)

func printSum(in io.Reader, name string, out io.Writer) error {
	hash := sha256.New()
	if _, err := io.Copy(hash, in); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%x  %s\n", hash.Sum(nil), name)
	return err
}
