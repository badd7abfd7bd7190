// Prints how many MiB the process had at most.
process.on('exit', () => process.stderr.write(String(Math.round(process.resourceUsage().maxRSS / 1024))));
