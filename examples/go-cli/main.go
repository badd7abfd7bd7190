// Sums prints the SHA-256 sum of each file, or of what it is given on standard input.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

// set when it is built, see build.sh
var version = "dev"

func main() {
	showVersion := flag.Bool("version", false, "print the version")
	flag.Parse()
	if *showVersion {
		fmt.Println("sums", version)
		return
	}
	if err := run(flag.Args(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "sums:", err)
		os.Exit(1)
	}
}

func run(files []string, in io.Reader, out io.Writer) error {
	if len(files) == 0 {
		return printSum(in, "-", out)
	}
	for _, name := range files {
		if err := printSumOf(name, out); err != nil {
			return err
		}
	}
	return nil
}

func printSumOf(name string, out io.Writer) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return printSum(file, name, out)
}
