import type { ComponentChildren } from 'preact'
import { Button } from '#ui/button.tsx'
import { Checkbox, Radios } from '#ui/choice.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { filledForm } from '#ui/form-state.ts'

type PdfDialogProps = {
  /** The address of the PDF. */
  href: string
  /** Whether one chooses between A4 and A3. */
  sizes?: boolean
  /** What the browser itself prints. */
  children?: ComponentChildren
}

/** On paper: the PDF of a sheet or of a canvas, with or without what was said of it. */
export function PdfDialog({ href, sizes = false, children }: PdfDialogProps) {
  const state = filledForm({ format: 'a4' })
  return (
    <Dialog id="pdf" opener="PDF et impression" openerIcon="download" title="PDF et impression">
      <Form action={href} method="get">
        {sizes && (
          <Radios
            state={state}
            name="format"
            label="Format"
            look="columns"
            options={[
              { value: 'a4', text: 'A4' },
              { value: 'a3', text: 'A3' },
            ]}
          />
        )}
        <Checkbox state={state} name="commentaires" label="Avec les commentaires" />
        <div class="row">
          <Button icon="download">Ouvrir le PDF</Button>
        </div>
      </Form>
      {children}
    </Dialog>
  )
}
