// Prints how many MiB the process had at most. On Linux maxRSS begins with what the process had that started it.
const { readFileSync } = require('node:fs');

function most() {
  return process.platform === 'linux' ? Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) : process.resourceUsage().maxRSS;
}

process.on('exit', () => process.stderr.write(String(Math.round(most() / 1024))));
