import Forms
import Models

/// What a case of a procedure costs, with every fault of the request at its place.
enum FeeQuoting {
    static func quote(
        _ request: FeeQuoteRequest, procedure: Procedure?, on day: LocalDate, _ faults: inout [InputFault]
    ) -> FeeQuote? {
        guard let procedure else {
            faults.append(.unknownProcedure)
            return nil
        }
        guard let selected = procedure.cases.first(where: { $0.code == request.caseCode }) else {
            faults.append(.unknownCase)
            return nil
        }
        do throws(FeeError) {
            return try Fees.quote(
                rules: procedure.fees.filter { selected.fees.contains($0.code) }, request: request, on: day)
        } catch {
            faults.append(.init(error.pointer, error.code.rawValue, error.message.text(.vi)))
            return nil
        }
    }
}

extension InputFault {
    static let unknownProcedure = InputFault(
        "/procedure", "unknown_procedure", "Không có thủ tục mang mã này đang có hiệu lực.",
        hint: "Chọn thủ tục trong danh sách.")
    static let unknownCase = InputFault(
        "/case", "unknown_case", "Thủ tục này không có trường hợp mang mã đó.",
        hint: "Chọn trường hợp trong danh sách của thủ tục.")
}
