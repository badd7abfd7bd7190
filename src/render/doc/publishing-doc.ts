/** What the doc says of publishing, in its sections. */
export { publishMessageOf, publishMessagesOf } from './publish-messages';
export { publishingParts } from './publishing-parts';
export { drawPublishing } from './publishing-picture';
