import Forms
import GRDB
import Models

/// Takes a file of officers in: each line checked as a single new officer is, and all of them made in one transaction, or
/// none.
struct OfficerImporting: Sendable {
    let central: Central
    let call: Call
    let file: OfficerFile
    /// Which column stands where; nil for one that is passed over.
    let columns: [OfficerFile.Column?]

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        do throws(OfficerFileError) {
            file = try OfficerFile(call.body)
        } catch {
            throw ProblemError(.invalidBody, detail: error.words.text(.vi))
        }
        columns = try Self.columns(call, file)
        let missing = OfficerFile.Column.required.filter { !columns.contains($0) }
        guard missing.isEmpty else {
            throw ProblemError(
                .invalidBody,
                detail: "Thiếu cột \(missing.map(\.rawValue).joined(separator: ", ")).",
                errors: missing.map { .init("/\($0.rawValue)", "missing_column", "Tệp không có cột này.") })
        }
    }

    /// `?columns=`: the columns by their places, as `name,,unit`; what the head says where it is absent.
    private static func columns(_ call: Call, _ file: OfficerFile) throws -> [OfficerFile.Column?] {
        guard let text = call.query["columns"] else { return file.columns }
        var columns: [OfficerFile.Column?] = []
        for name in text.split(separator: ",", omittingEmptySubsequences: false) {
            let column = OfficerFile.Column(rawValue: String(name))
            guard name.isEmpty || column != nil, column == nil || !columns.contains(column) else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [
                        .init(
                            "/query/columns", "invalid_choice",
                            "Mỗi cột một lần, trong: "
                                + OfficerFile.Column.allCases.map(\.rawValue).joined(separator: ", ") + ".")
                    ])
            }
            columns.append(column)
        }
        return columns
    }

    // MARK: Trying and doing

    /// A verdict for each line; nothing is written.
    func preview() async throws -> Reply {
        try await central.store.read { database in
            try .json(verdict(try lines(database), isDry: true))
        }
    }

    func perform() async throws -> Reply {
        try await central.effectOnce.perform(call) {
        } effect: { database, _ in
            let lines = try lines(database)
            let wrong = lines.filter { !$0.faults.isEmpty }
            guard wrong.isEmpty else {
                let faults = wrong.prefix(50).flatMap { line in
                    line.faults.map { fault in
                        var fault = fault
                        fault.pointer = "/rows/\(line.number)" + fault.pointer
                        return fault
                    }
                }
                throw ProblemError(
                    .invalidInput, detail: "\(wrong.count) dòng sai; chưa nhận dòng nào.",
                    errors: Array(faults.prefix(50)))
            }
            let changing = try OfficerChanging(database, call, central)
            let hash =
                central.isTraining
                ? try OfficerTable.passwordHash(database, of: changing.officer.id) : nil
            for case let (record, roles)? in lines.map(\.made) {
                try changing.insert(record, roles, passwordHash: hash)
                try changing.audit(
                    "officer.create", record,
                    ["roles": roles.map(\.rawValue).joined(separator: ","), "import": call.traceID])
            }
            let officer = changing.officer
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "officer.import", subject: call.traceID, detail: ["count": String(lines.count)],
                traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(verdict(lines, isDry: false), status: 201)
        }
    }

    private func verdict(_ lines: [Line], isDry: Bool) -> OfficerImport {
        let wrong = lines.count { !$0.faults.isEmpty }
        return OfficerImport(
            dryRun: isDry, right: lines.count - wrong, wrong: wrong,
            items: lines.map { line in
                OfficerImport.Row(
                    line: line.number, account: line.made?.record.account,
                    errors: line.faults.isEmpty
                        ? nil
                        : line.faults.map {
                            InputProblem(
                                pointer: $0.pointer, code: $0.code, message: $0.message, hint: $0.hint)
                        })
            })
    }

    // MARK: Lines

    private struct Line {
        var number: Int
        var made: (record: OfficerTable.Record, roles: [Role])?
        var faults: [InputFault] = []
    }

    private func lines(_ database: Database) throws -> [Line] {
        let changing = try OfficerChanging(database, call, central)
        var numbers: [String: Int] = [:]
        var accounts = AccountNames()
        var vneids: [String: Int] = [:]
        return try file.rows.map { row in
            var line = Line(number: row.number)
            var input = changing.input()
            guard let request = request(row, &input) else {
                line.faults = input.faults
                return line
            }
            line.made = try changing.prepare(request, &input, names: &accounts)
            // Two lines about one person, or with one name.
            func once(_ value: String?, _ seen: inout [String: Int], _ pointer: String) {
                guard let value, !value.isEmpty else { return }
                if let first = seen[value] {
                    input.add(pointer, "repeated", "Đã có ở dòng \(first) của tệp.")
                } else {
                    seen[value] = row.number
                }
            }
            once(IdentityNumber.normalize(request.identityNumber), &numbers, "/identity_number")
            once(request.vneid, &vneids, "/vneid")
            if let account = line.made?.record.account, !accounts.take(account) {
                input.add("/account", "repeated", "Tên đăng nhập này đã có ở dòng trên của tệp.")
            }
            line.faults = input.faults
            if !line.faults.isEmpty { line.made = nil }
            return line
        }
    }

    /// What a line asks for; nil, and faults, where it can't be read.
    private func request(_ row: OfficerFile.Row, _ input: inout OfficerInput) -> OfficerCreate? {
        guard row.isClosed else {
            input.add("", "quote", "Dấu ngoặc kép không đóng.")
            return nil
        }
        guard row.fields.count <= max(columns.count, file.head.count) else {
            input.add("", "columns", "Có \(row.fields.count) cột, phải có \(file.head.count).")
            return nil
        }
        var values: [OfficerFile.Column: String] = [:]
        for (column, field) in zip(columns, row.fields) {
            guard let column else { continue }
            let value = field.trimmed
            if Self.isFormula(value) {
                input.add(
                    "/\(column.rawValue)", "formula", "Ô này là công thức (bắt đầu bằng =, +, - hoặc @).",
                    hint: "Chép lại thành giá trị rồi lưu.")
            } else if let issue = TextCheck.check(value) {
                input.add("/\(column.rawValue)", issue.code, issue.message.text(.vi))
            }
            values[column] = value
        }
        func day(_ column: OfficerFile.Column) -> LocalDate? {
            guard let text = values[column], !text.isEmpty else { return nil }
            if let day = Self.day(text) { return day }
            input.add("/\(column.rawValue)", "invalid_date", "Phải là ngày dạng 31/12/2026.")
            return nil
        }
        let (from, to) = (day(.from), day(.to))
        guard input.faults.isEmpty else { return nil }
        let roles = (values[.roles] ?? "").split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "|" }
        return OfficerCreate(
            name: values[.name] ?? "", position: values[.position] ?? "", unit: values[.unit] ?? "",
            account: values[.account], identityNumber: values[.identityNumber] ?? "",
            vneid: values[.vneid], effectiveFrom: from, effectiveTo: to, roles: roles.map(String.init))
    }

    /// What a spreadsheet runs, also where an export has put an apostrophe before it.
    private static func isFormula(_ value: String) -> Bool {
        let text = value.hasPrefix("'") ? value.dropFirst() : value[...]
        return text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
    }

    private static func day(_ text: String) -> LocalDate? {
        if let day = LocalDate(iso: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[2].utf8.count == 4 else { return nil }
        func pad(_ part: String) -> String { part.utf8.count == 1 ? "0" + part : part }
        return LocalDate(iso: parts[2] + "-" + pad(parts[1]) + "-" + pad(parts[0]))
    }
}
