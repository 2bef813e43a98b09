import Synchronization

/// Letters with combining marks, each known by a number, so that a cell needs no room for marks.
///
/// Text is brought to NFC where it comes in, and there is a single scalar for every Vietnamese letter, so few
/// ever get here.
enum Clusters {
    struct Cluster: Hashable, Sendable {
        var base: UInt32
        /// In order; 0 = none. Four are all that ncurses can show.
        var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)

        /// False where there are four already.
        mutating func add(_ mark: UInt32) -> Bool {
            if marks.0 == 0 {
                marks.0 = mark
            } else if marks.1 == 0 {
                marks.1 = mark
            } else if marks.2 == 0 {
                marks.2 = mark
            } else if marks.3 == 0 {
                marks.3 = mark
            } else {
                return false
            }
            return true
        }

        static func == (a: Cluster, b: Cluster) -> Bool {
            a.base == b.base && a.marks == b.marks
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(base)
            hasher.combine(marks.0)
            hasher.combine(marks.1)
        }
    }

    private struct Known {
        var numbers: [Cluster: UInt32] = [:]
        var clusters: [Cluster] = []
    }

    /// Set in a cell's content that is a number of a cluster, not a scalar.
    static let flag: UInt32 = 0x8000_0000
    /// Hostile text could name ever new ones; after so many, marks are left out.
    private static let limit = 8192
    private static let known = Mutex(Known())

    /// The content of a cell that shows `content` with one more mark.
    static func adding(_ mark: UInt32, to content: UInt32) -> UInt32 {
        known.withLock { known in
            var cluster =
                content & flag == 0 ? Cluster(base: content) : known.clusters[Int(content & ~flag)]
            guard cluster.add(mark) else { return content }
            if let number = known.numbers[cluster] { return number | flag }
            guard known.clusters.count < limit else { return content }
            let number = UInt32(known.clusters.count)
            known.clusters.append(cluster)
            known.numbers[cluster] = number
            return number | flag
        }
    }

    /// What a cell's content stands for.
    static func cluster(_ content: UInt32) -> Cluster {
        if content & flag == 0 { return Cluster(base: content) }
        return known.withLock { $0.clusters[Int(content & ~flag)] }
    }
}
