module github.com/acme/sums

go 1.26
