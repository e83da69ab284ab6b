import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choice.tsx'
import { ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { TOPICS, type Topic } from '../rules.ts'
import { CHOICE_TEXTS, TOPIC_TEXTS } from '../texts.ts'

type PreferencesPageProps = { state: FormState; topics: readonly Topic[]; submission: string }

/** Which mails a person wants, subject by subject (ESP-3). */
export function PreferencesPage({ state, topics, submission }: PreferencesPageProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Mes mails"
        crumbs={[{ href: addresses.mySpace.notifications(), text: 'Mes notifications' }]}
        lead="Tout reste dans vos notifications. Les mails qui confirment ce que vous faites, ou qui changent une place que vous avez, partent toujours."
      />
      <ErrorSummary state={state} />
      <Form action={addresses.mySpace.preferences()} submission={submission}>
        <FormSection title="Pour chaque sujet">
          {topics.map((topic) => (
            <Radios
              key={topic}
              state={state}
              name={topic}
              label={TOPIC_TEXTS[topic].name}
              hint={TOPIC_TEXTS[topic].says}
              look="columns"
              options={TOPICS[topic].map((value) => ({ value, text: CHOICE_TEXTS[value] }))}
            />
          ))}
        </FormSection>
        <SaveBar>
          <Button>Enregistrer</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
