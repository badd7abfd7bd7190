const clock = document.getElementById('clock');

function show() {
  const now = new Date();
  clock.dateTime = now.toISOString();
  clock.textContent = now.toLocaleTimeString();
}

show();
setInterval(show, 1000);
