import Forms
import Models

/// What a case of a procedure costs, with every fault of the request at its place.
enum FeeQuoting {
    /// The most copies, pages or persons of one fee that a desk takes in at once.
    static let largestQuantity = 10_000

    static func quote(
        _ request: FeeQuoteRequest, procedure: Procedure?, on day: LocalDate, _ faults: inout [InputFault]
    ) -> FeeQuote? {
        if !(1...3).contains(request.channel) {
            faults.append(.init("/channel", "out_of_range", "Kênh nộp là 1 (trực tiếp), 2 (trực tuyến) hoặc 3 (bưu chính)."))
        }
        guard let procedure else {
            faults.append(.init("/procedure", "unknown_procedure", "Không có thủ tục mang mã này đang có hiệu lực.",
                hint: "Chọn thủ tục trong danh sách."))
            return nil
        }
        guard let found = procedure.cases.first(where: { $0.code == request.caseCode }) else {
            faults.append(.init("/case", "unknown_case", "Thủ tục này không có trường hợp mang mã đó.",
                hint: "Chọn trường hợp trong danh sách của thủ tục."))
            return nil
        }
        for (code, quantity) in request.quantities.sorted(by: { $0.key < $1.key }) {
            let place = "/quantities/" + code
            if !found.fees.contains(code) {
                faults.append(.init(place, "unknown_fee", "Trường hợp này không có khoản thu mang mã đó."))
            }
            let isTooLarge = switch quantity {
            case .count(let count): !(0...largestQuantity).contains(count)
            case .pages(let pages):
                pages.count > 1_000 || pages.contains { !(0...largestQuantity).contains($0) }
            }
            if isTooLarge {
                faults.append(.init(place, "out_of_range", "Số lượng phải từ 0 đến 10.000."))
            }
        }
        guard faults.isEmpty else { return nil }
        do {
            return try Fees.quote(
                rules: procedure.fees.filter { found.fees.contains($0.code) }, request: request, on: day)
        } catch {
            faults.append(.init(error.pointer, error.code, error.message.text(.vi)))
            return nil
        }
    }
}
