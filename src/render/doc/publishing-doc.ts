/** What the doc says of publishing, in its sections. */
export { publishMessagesOf } from './publish-messages';
export { publishingParts } from './publishing-parts';
export { drawPublishing } from './publishing-picture';
