/** What Node.js has everywhere, and a browser has not. */
export { Buffer } from 'buffer/';
