import Forms
import GRDB
import Models

/// Reads an address as it is written and finds the commune of today that it lies in.
///
/// The districts went on 01/07/2025 and most communes were merged: an address of before is mapped where it is clear which
/// commune it belongs to now, and refused with the choice where its commune was divided. What names no commune that is or
/// was is refused: a parcel to nowhere is worse than none.
struct AddressReading {
    let database: Database
    let day: LocalDate

    enum Outcome: Sendable {
        case found(PostalAddress)
        case refused(InputFault)
    }

    static let longest = 500

    /// - Parameter commune: The code of the commune, where the text leaves it open.
    func read(_ text: String, commune: String?, at pointer: String) throws -> Outcome {
        var parts = text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        guard parts.count >= 2, let last = parts.popLast() else {
            return .refused(
                .init(
                    pointer, "incomplete_address", "Địa chỉ phải có xã, phường và tỉnh, thành phố.",
                    hint: Self.hint))
        }
        guard let province = try province(last) else {
            return .refused(
                .init(
                    pointer, "unknown_province", "Không có tỉnh, thành phố nào tên “\(last)”.",
                    hint: "Phần cuối của địa chỉ là tỉnh, thành phố. " + Self.hint))
        }
        var district: String?
        if let part = parts.last, Self.isDistrict(part), parts.count >= 2 {
            district = part
            parts.removeLast()
        }
        guard let named = parts.popLast() else {
            return .refused(
                .init(
                    pointer, "incomplete_address", "Địa chỉ phải có xã, phường và tỉnh, thành phố.",
                    hint: Self.hint))
        }
        let street = parts.joined(separator: ", ")
        let names = Self.names(named)
        if district == nil, province.former == nil,
            let found = try pick(
                Self.exact(CommuneTable.named(database, names, in: province.code, on: day), named), commune)
        {
            return .found(address(street, found, province, former: nil))
        }
        let formers = try Self.exact(
            CommuneTable.named(database, names, set: CommuneTable.formers, in: province.code, on: day), named
        ).filter { former in
            (district.map { Self.same($0, former.district) } ?? true)
                && (province.former.map { former.extra["former_province"] == $0 } ?? true)
        }
        guard !formers.isEmpty else {
            // A district may still be written before a commune of today.
            let today = try CommuneTable.named(database, names, in: province.code, on: day)
            if let found = pick(Self.exact(today, named), commune), province.former == nil {
                return .found(address(street, found, province, former: nil))
            }
            if let commune, !today.isEmpty, province.former == nil {
                return .refused(Self.wrong(commune, named, Self.exact(today, named)))
            }
            return .refused(
                .init(
                    pointer, "unknown_commune",
                    "Không có, và trước 01/07/2025 cũng không có, xã hay phường “\(named)” ở \(province.name).",
                    hint: Self.hint))
        }
        let successors = try Set(formers.flatMap(\.successors)).sorted().compactMap {
            try CommuneTable.commune(database, code: $0, on: day)
        }
        let old = [formers[0].name, district == nil ? nil : formers[0].district].compactMap(\.self)
            .joined(separator: ", ")
        if let found = pick(successors, commune) {
            return .found(address(street, found, province, former: old))
        }
        if let commune { return .refused(Self.wrong(commune, old, successors)) }
        let choice = Self.listed(successors)
        return .refused(
            .init(
                pointer, "ambiguous_commune",
                "\(old) không còn từ 01/07/2025 và nay thuộc nhiều đơn vị: \(choice).",
                hint: "Hỏi người dân nay thuộc đơn vị nào rồi chọn, hoặc ghi tên ấy thay tên cũ.",
                candidates: successors.map { CodeName(code: $0.code, name: $0.name) }))
    }

    /// A code that the address does not lead to: said where the code stands, with those that it leads to.
    private static func wrong(_ code: String, _ named: String, _ places: [CommuneTable.Place]) -> InputFault {
        InputFault(
            "/commune", "wrong_commune", "Mã \(code) không phải của \(named): \(listed(places)).",
            hint: "Chọn một trong những đơn vị ấy, hoặc sửa địa chỉ.",
            candidates: places.map { CodeName(code: $0.code, name: $0.name) })
    }

    private static func listed(_ places: [CommuneTable.Place]) -> String {
        places.map { "\($0.name) (\($0.code))" }.joined(separator: "; ")
    }

    private static let hint = "Ví dụ: 12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội."

    /// Those that are written as in the text, marks and all, where there are any: Tân Thành is not Tân Thạnh.
    private static func exact(_ found: [CommuneTable.Place], _ named: String) -> [CommuneTable.Place] {
        guard found.count > 1 else { return found }
        let wanted = Normalization.nfc(named).lowercased()
        let same = found.filter { place in
            let name = place.name.lowercased()
            return name == wanted
                || wanted.split(separator: " ").last.map { name.hasSuffix(" " + $0) } ?? false
        }
        return same.isEmpty ? found : same
    }

    private func pick(_ found: [CommuneTable.Place], _ code: String?) -> CommuneTable.Place? {
        if let code { return found.first { $0.code == code } }
        return found.count == 1 ? found.first : nil
    }

    private func address(
        _ street: String, _ commune: CommuneTable.Place, _ province: Province, former: String?
    ) -> PostalAddress {
        PostalAddress(
            street: street, commune: CodeName(code: commune.code, name: commune.name),
            province: CodeName(code: province.code, name: province.name), former: former)
    }

    // MARK: Names

    private struct Province {
        var code: String
        /// Of today.
        var name: String
        /// As it was called in the address, where that exists no longer.
        var former: String?
    }

    private func province(_ text: String) throws -> Province? {
        let wanted = Self.bareProvince(text)
        let today = try CommuneTable.provinces(database, on: day)
        if let found = today.first(where: { Self.bareProvince($0.name) == wanted }) {
            return Province(code: found.code, name: found.name)
        }
        let formers = try CommuneTable.formerProvinces(database, on: day)
        guard let former = formers.first(where: { Self.bareProvince($0.name) == wanted }),
            let now = today.first(where: { $0.code == former.province })
        else { return nil }
        return Province(code: now.code, name: now.name, former: former.name)
    }

    /// "TP. Hà Nội" → "ha noi".
    private static func bareProvince(_ text: String) -> String {
        let bare = bare(text, of: ["tinh ", "thanh pho ", "tp ", "tp"])
        return bare == "hcm" ? "ho chi minh" : bare
    }

    private static func bare(_ text: String, of prefixes: [String]) -> String {
        let folded = fold(text)
        for prefix in prefixes where folded.hasPrefix(prefix) && folded.count > prefix.count {
            return folded.dropFirst(prefix.count).trimmed
        }
        return folded
    }

    /// Folded, without points, blanks as one.
    private static func fold(_ text: String) -> String {
        TextFold.fold(text).map { $0 == "." ? " " : $0 }.split(separator: " ").map { String($0) }
            .joined(separator: " ")
    }

    private static let districts = ["quan ", "huyen ", "thi xa ", "thanh pho ", "q ", "h ", "tx ", "tp "]

    private static func isDistrict(_ text: String) -> Bool {
        let folded = fold(text)
        return districts.contains { folded.hasPrefix($0) }
    }

    private static func same(_ one: String, _ other: String) -> Bool {
        bare(one, of: districts) == bare(other, of: districts)
    }

    private static let kinds = ["phuong", "xa", "thi tran", "dac khu"]
    private static let short = ["p": "phuong", "x": "xa", "tt": "thi tran"]

    /// The folded names that a commune's name may stand for.
    private static func names(_ text: String) -> [String] {
        var words = fold(text).split(separator: " ").map(String.init)
        // "Phường 01" is "Phường 1".
        words = words.map { word in Int(word).map(String.init) ?? word }
        let folded = words.joined(separator: " ")
        var names = kinds.map { $0 + " " + folded }
        if kinds.contains(where: { folded.hasPrefix($0 + " ") }) {
            names = [folded]
        } else if let first = words.first, let kind = short[first], words.count > 1 {
            names = [kind + " " + words.dropFirst().joined(separator: " ")]
        }
        // "Cư M'gar" and "Chân Mây - Lăng Cô" are written with either sign.
        return names
            + names.filter { $0.contains("'") || $0.contains("-") }.map { name in
                String(name.map { $0 == "'" ? "’" : $0 == "-" ? "–" : $0 })
            }
    }
}
