/** A form over the screen: its title, its fields, and its end with what the station refused. */
import { Modal } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from '../../operator/shared/FormEnd';

interface SheetProps {
  title: string;
  /** Width, px; Mantine's own where nothing is said. */
  size?: number;
  onClose: () => void;
  children: ReactNode;
}

/** Without a form: while what it holds is on its way. */
export function Sheet({ title, size, onClose, children }: SheetProps) {
  const { t } = useTranslation('common');
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  );
}

interface FormSheetProps
  extends SheetProps,
    Pick<ComponentProps<typeof FormEnd>, 'save' | 'label' | 'disabled' | 'twice'> {
  /** How the fields are laid out. */
  className: string | undefined;
  onSubmit: () => void;
}

export function FormSheet({ title, size, className, onClose, onSubmit, children, ...end }: FormSheetProps) {
  return (
    <Sheet title={title} {...(size === undefined ? {} : { size })} onClose={onClose}>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          if (!end.twice) onSubmit();
        }}
      >
        {children}
        <FormEnd {...end} onCancel={onClose} />
      </form>
    </Sheet>
  );
}
