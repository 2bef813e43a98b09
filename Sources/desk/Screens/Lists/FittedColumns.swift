import Forms
import TUI

/// A list's columns as the width allows. Some always stand there, the others by their rank as there is room for them; what
/// is left goes to those that hold words.
struct FittedColumns<Item> {
    struct Column {
        var title: Phrase
        var width: Int
        /// Where there is too little room even for what always stands there.
        let least: Int
        /// Where something is left.
        let most: Int
        /// 0 always stands there; of the others the lowest comes first.
        let rank: Int
        /// Ends under one another.
        let isAmount: Bool
        let text: (Item) -> String

        init(
            _ title: Phrase, _ width: Int, least: Int? = nil, most: Int? = nil, rank: Int = 0,
            isAmount: Bool = false, text: @escaping (Item) -> String
        ) {
            self.title = title
            self.width = width
            self.least = least ?? width
            self.most = most ?? width
            self.rank = rank
            self.isAmount = isAmount
            self.text = text
        }
    }

    private let columns: [Column]

    /// - Parameter all: In the order in which they are read.
    init(_ all: [Column], in width: Int) {
        var taken = all.indices.filter { all[$0].rank == 0 }
        func room() -> Int { width - taken.reduce(0) { $0 + all[$1].width + 1 } + 1 }
        for index in all.indices.filter({ all[$0].rank > 0 }).sorted(by: { all[$0].rank < all[$1].rank })
        where room() > all[index].width {
            taken.append(index)
        }
        var columns = taken.sorted().map { all[$0] }
        var rest = room()
        for index in columns.indices where rest < 0 {
            let less = min(-rest, columns[index].width - columns[index].least)
            columns[index].width -= less
            rest += less
        }
        while rest > 0 {
            let growing = columns.indices.filter { columns[$0].width < columns[$0].most }
            guard !growing.isEmpty else { break }
            for index in growing.prefix(rest) {
                columns[index].width += 1
                rest -= 1
            }
        }
        self.columns = columns
    }

    var list: ColumnList {
        ColumnList(
            titles: columns.map { column in
                guard column.isAmount else { return column.title }
                return Phrase(
                    Self.ending(column.title.text(.vi), column),
                    en: Self.ending(column.title.text(.en), column))
            }, widths: columns.map(\.width))
    }

    func texts(_ item: Item) -> [String] {
        columns.map { $0.isAmount ? Self.ending($0.text(item), $0) : $0.text(item) }
    }

    private static func ending(_ text: String, _ column: Column) -> String {
        SafeText(text).padded(to: column.width, .right).string
    }
}
