import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'

/** « Toujours exact », for the authors of a sheet (STR-5). */
export function VerifyButton({ action, submission }: { action: string; submission: string }) {
  return (
    <Form action={action} submission={submission} look="inline">
      <Button look="plain" size="slim" icon="check">
        Toujours exact
      </Button>
    </Form>
  )
}
