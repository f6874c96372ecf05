/** A form over the screen: its title, its fields, and its end with what the station refused. */
import { Modal } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from '../../operator/shared/FormEnd';

interface FormSheetProps extends Pick<ComponentProps<typeof FormEnd>, 'save' | 'label' | 'disabled'> {
  title: string;
  /** Width, px; Mantine's own where nothing is said. */
  size?: number;
  /** How the fields are laid out. */
  className: string | undefined;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

export function FormSheet({ title, size, className, onClose, onSubmit, children, ...end }: FormSheetProps) {
  const { t } = useTranslation('common');
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <FormEnd {...end} onCancel={onClose} />
      </form>
    </Modal>
  );
}
