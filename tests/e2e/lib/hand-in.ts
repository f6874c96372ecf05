/** What whoever hands in material does, in their own page or by a link: what they say of it, and its file. */
import type { Page } from 'playwright';

export async function fillMatter(page: Page, title: string): Promise<void> {
  await page.getByLabel('Judul materi').fill(title);
  await page.getByLabel('Nomor surat').fill('012/KPU-TR/2026');
  await page.getByLabel('Penanggung jawab').fill('Ketua KPU');
  await page
    .getByRole('combobox', { name: 'Kategori' })
    .or(page.getByRole('textbox', { name: 'Kategori' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Pemilu', exact: true }).click();
  await page.getByLabel('Hak atas musik dan gambar ada pada kami').check();
}

/** By the button and the browser's own chooser. Resolves when the newest version's file stands in its table of facts. */
export async function upload(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Unggah (berkas|versi baru)$/ }).click();
  await (await choosing).setFiles(path);
  await page.getByText('Berkas diterima').first().waitFor();
}
