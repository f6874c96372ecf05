/** Styles in their order: Mantine in its layer, then ours, which therefore win. */
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '../ui/tokens.css';
