import type { StructureBlock } from '#features/structures/slots.ts'
import { ServiceList } from './pages/service-list.tsx'
import { servicesOf } from './queries.ts'

/** Shows the services of a structure on its sheet. */
export const servicesBlock: StructureBlock = async (reader, structure, { person }) => {
  const services = await servicesOf(reader, person, structure.id)
  return services.length === 0 ? null : <ServiceList services={services} />
}
