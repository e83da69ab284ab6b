import { ErrorSummary } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RecommendForm, type RecommendFormProps } from './recommend-form.tsx'

type RecommendPageProps = RecommendFormProps & { title: string; href: string }

/** The same form as the window, on a page. */
export function RecommendPage({ title, href, ...form }: RecommendPageProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading title="Recommander" crumbs={[{ href, text: title }]} lead={title} />
      <ErrorSummary state={form.state} />
      <RecommendForm {...form} />
    </PageFrame>
  )
}
