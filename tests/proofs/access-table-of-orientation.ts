// Orientation is for all; what is kept of it is one person’s, and unknown to the others.
import { addresses } from '#addresses'
import { all, type Cell, cell, keyed, plain, SIGNED_OUT } from './access-table.ts'

const { orientation, mySpace } = addresses

const ofSomebody = (path: string): Cell =>
  cell('POST', path, 'of somebody else', {
    target: () => ({ url: path.replace(':orientation', '1'), unknown: path.replace(':orientation', '999999999') }),
    statuses: all(404, [401, SIGNED_OUT]),
  })

export const CELLS_OF_ORIENTATION: readonly Cell[] = [
  plain('GET', orientation.start.path, all(200)),
  plain('GET', orientation.results.path, all(200)),
  keyed('GET', orientation.stop).unknown(all(404)),
  keyed('POST', orientation.stop).unknown(all(404)),
  plain('GET', mySpace.orientations.path, all(200, [401, SIGNED_OUT])),
  plain('POST', mySpace.orientations.path, all(422, [401, SIGNED_OUT])),
  ofSomebody(mySpace.watchOrientation.path),
  ofSomebody(mySpace.removeOrientation.path),
]
