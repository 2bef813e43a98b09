import Forms
import Models

extension Strings {
    /// How a unit sends by post.
    enum PostalSettings {
        static let title = say("Thiết lập bưu chính", "Post settings")
        static let command = say("Thiết lập bưu chính của đơn vị", "Post settings of a unit")
        static let withPost = say("Bưu điện", "The post")
        static let officeHelp = say(
            "Quầy bưu chính nhận bưu gửi của đơn vị; gõ tên hoặc mã.",
            "The post's counter that takes the unit's parcels; type its name or code.")
        static let customer = say("Mã khách hàng", "Customer code")
        static let customerHelp = say("Bưu điện cấp cho đơn vị.", "The post gives it to the unit.")
        static let collectFee = say("Cước nhận hồ sơ", "Price, papers")
        static let resultFee = say("Cước trả kết quả", "Price, result")
        static let name = say("Tên bên gửi", "Sender's name")
        static let ranges = say("Dải số hiệu", "Ranges of numbers")
        static let rangesHelp = say(
            "Bưu điện cấp. Dải đã dùng chỉ kéo dài được số cuối.",
            "The post gives them. Of one in use only the end moves.")
        static let service = say("Dịch vụ", "Service")
        static let serviceHelp = say("Hai chữ cái đầu số hiệu: RR, EE …", "The first two letters: RR, EE …")
        static let first = say("Số đầu", "First")
        static let last = say("Số cuối", "Last")
        static let save = say("Lưu thiết lập", "Save")
        static let change = say("Sửa thiết lập này?", "Change them?")
        static let none = say(
            "Đơn vị chưa gửi qua bưu chính. S thiết lập.",
            "This unit does not send by post yet. S sets it up.")
        static let noRanges = say(
            "Chưa có dải nào: không tạo được bưu gửi.", "None: no parcel can be made.")
        static let unknown = say(
            "Làm lại là an toàn: đã lưu rồi thì không đổi gì thêm.",
            "Trying again is safe: what is saved already stays as it is.")
        static let unitAsked = say("Tên hoặc mã đơn vị", "A unit's name or code")
        static func actTitle(_ unit: UnitRef) -> String { "Thiết lập bưu chính " + unit.name }
        static func saved(_ unit: UnitRef) -> Phrase {
            say("Đã lưu thiết lập bưu chính của \(unit.name).", "Saved for \(unit.name).")
        }
        static func range(_ first: String, _ last: String, used: String?, left: Int) -> Phrase {
            let (vi, en) =
                used.map { ("đã dùng đến \($0)", "used up to \($0)") } ?? ("chưa dùng", "not used yet")
            return say(
                "\(first) – \(last) · \(vi) · còn \(Money(left).grouped)",
                "\(first) – \(last) · \(en) · \(Money(left).grouped) left")
        }
    }
}
