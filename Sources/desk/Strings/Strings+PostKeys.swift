import Forms

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let post = words(
        "Bưu chính", "Post", "Bưu gửi và bảng kê bàn giao bưu điện.", "Parcels, and manifests for the post.")
    static let unfetched = words(
        "Chưa nhận", "Not fetched", "Kết quả quá 7 ngày chưa ai đến nhận.",
        "Results that nobody has fetched for 7 days.")
    static let postalSettings = words(
        "Bưu chính", "Post", "Thiết lập bưu chính của đơn vị: người gửi, giá cước, dải số hiệu.",
        "How the unit sends by post: sender, prices, ranges of numbers.")
    static let changePostalSettings = words(
        "Sửa", "Change", "Sửa thiết lập bưu chính của đơn vị.", "Changes how the unit sends by post.")
    static let openParcel = words(
        "Mở", "Open", "Mở bưu gửi đang chọn với hành trình của nó.", "Opens the selected parcel with its way."
    )
    static let nextPostList = words(
        "Danh sách sau", "Next list", "Sang danh sách trạng thái sau.", "Goes to the next list of states.")
    static let previousPostList = words(
        "Danh sách trước", "Previous list", "Về danh sách trạng thái trước.", "Goes to the list before.")
    static let findParcel = words(
        "Tìm", "Find", "Tìm bưu gửi theo số hiệu hoặc mã hồ sơ.", "Finds parcels by number or dossier.")
    static let manifestsOfPost = words(
        "Bảng kê", "Manifests", "Bảng kê bàn giao bưu điện.", "The manifests.")
    static let sendParcel = words(
        "Gửi", "Send", "Tạo bưu gửi cho hồ sơ này.", "Sends something for this dossier.")
    static let postOfDossier = words(
        "Bưu chính", "Post", "Bưu gửi của hồ sơ; tạo bưu gửi mới.", "Parcels of the dossier, and a new one.")
    static let newManifest = words(
        "Lập mới", "New", "Mở bảng kê mới để quét bưu gửi vào.", "Opens a manifest to scan parcels onto.")
    static let openManifest = words(
        "Mở", "Open", "Mở bảng kê đang chọn.", "Opens the selected manifest.")
    static let signManifest = words(
        "Ký", "Sign", "Ký giao bảng kê; ở quầy bưu điện: ký nhận.",
        "Signs the manifest as the desk; at the post's counter, as the post.")
    static let reopenManifest = words(
        "Mở lại", "Reopen", "Mở lại bảng kê đã ký giao mà quầy bưu điện chưa quét gói nào.",
        "Takes the desk's signature back while the post scanned nothing in.")
    static let typeParcel = words(
        "Gõ số", "Type", "Gõ số hiệu bưu gửi hoặc mã hồ sơ khi không quét được.",
        "Types a number where it can't be scanned.")
    static let removeParcel = words(
        "Bỏ ra", "Remove", "Bỏ bưu gửi đang chọn khỏi bảng kê.", "Takes the selected parcel off.")
    static let printManifest = words(
        "In bảng kê", "Print", "In bảng kê, hai bên ký.", "Prints the manifest for both to sign.")
    static let printLabels = words(
        "In nhãn", "Labels", "In nhãn các bưu gửi của bảng kê.", "Prints the labels of its parcels.")
    static let printLabel = words("In nhãn", "Label", "In nhãn của bưu gửi.", "Prints the parcel's label.")
    static let cancelParcel = words(
        "Hủy", "Take back", "Hủy bưu gửi chưa giao bưu điện.", "Takes back what the post does not have.")
    static let settleParcel = words(
        "Quyết toán", "Settle", "Ghi tiền thu hộ bưu điện đã nộp (thu ngân).",
        "Books what the post handed over (cashier).")
    static let dossierOfParcel = words(
        "Hồ sơ", "Dossier", "Mở hồ sơ của bưu gửi.", "Opens the parcel's dossier.")
}
