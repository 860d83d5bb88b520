/**
 * Everything that reads a link which is not as this page writes it, in one piece that comes when it is needed: most visits
 * bring no link, or a plain one.
 */
export { mendedLink } from '../text/linkText';
export { decodeHash } from './hashCodec';
export { parsePresentation } from './presentation';
export { tellRefused } from './tellRefused';
