const EARTH_RADIUS = 6371;

/** Kilometres between two places on the globe, each with its latitude and longitude in degrees. */
export function distance(a, b) {
  const [fromLatitude, toLatitude] = [radians(a.latitude), radians(b.latitude)];
  const haversine = Math.sin((toLatitude - fromLatitude) / 2) ** 2
    + Math.cos(fromLatitude) * Math.cos(toLatitude) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(haversine));
}

function radians(degrees) {
  return degrees * Math.PI / 180;
}
