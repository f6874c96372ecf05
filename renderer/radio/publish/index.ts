export { PublishButton } from './PublishButton';
