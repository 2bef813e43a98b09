import Forms

/// The purpose that an officer gives for seeing a person's data: the audit keeps it.
enum Purpose {
    static func check(_ text: String) throws -> String {
        let purpose = text.trimmed
        guard (3...500).contains(purpose.length) else {
            throw ProblemError.input([
                .init(
                    "/purpose", "invalid_purpose", "Cần ghi mục đích, từ 3 đến 500 ký tự.",
                    hint: "Ví dụ: công dân gọi hỏi tình trạng hồ sơ.")
            ])
        }
        return purpose
    }
}
