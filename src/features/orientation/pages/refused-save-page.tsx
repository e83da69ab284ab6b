import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SaveForm } from './save-form.tsx'

/** The form of saving again, with what is wrong and what was typed. */
export function RefusedSavePage(props: { state: FormState; criteria: string; submission: string }) {
  return (
    <PageFrame width="narrow">
      <PageHeading title="Enregistrer ces résultats" />
      <SaveForm state={props.state} query={props.criteria} submission={props.submission} signedIn />
    </PageFrame>
  )
}
