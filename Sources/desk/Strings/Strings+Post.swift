import Forms
import Models

extension Strings {
    /// What is sent by post.
    enum Post {
        static let title = say("Bưu chính", "Post")
        static let command = say("Bưu chính, bảng kê", "Post and manifests")
        static let manifests = say("Bảng kê bàn giao", "Manifests")
        static let manifest = say("Bảng kê", "Manifest")
        static let parcel = say("Bưu gửi", "Parcel")
        static let number = say("Số hiệu", "Number")
        static let code = say("Mã hồ sơ", "Dossier")
        static let receiver = say("Người nhận", "Receiver")
        static let destination = say("Nơi nhận", "Destination")
        /// Of both kinds: who gets the result, or whose papers are collected.
        static let citizen = say("Người dân", "Citizen")
        static let place = say("Xã, phường", "Commune")
        static let kindTitle = say("Loại", "Kind")
        static let changed = say("Cập nhật", "Changed")
        static let signedAt = say("Ký giao lúc", "Signed")
        static let takenAt = say("Ký nhận lúc", "Taken in")
        static let scannedAt = say("Quét lúc", "Scanned")
        static let sender = say("Người gửi", "Sender")
        static let state = say("Trạng thái", "State")
        static let contents = say("Nội dung", "Contents")
        static let cod = say("Thu hộ", "To collect")
        static let fee = say("Cước", "Postage")
        static let order = say("Đơn bưu điện", "Order")
        static let office = say("Bưu cục", "Counter")
        static let phone = say("Điện thoại", "Telephone")
        static let address = say("Địa chỉ", "Address")
        static let former = say("Địa chỉ cũ", "Former name")
        static let way = say("Hành trình", "Its way")
        static let settled = say("Quyết toán", "Settlement")
        static let notSettled = say("chưa quyết toán với bưu điện", "not settled with the post yet")
        static let problem = say("Chưa trả được", "Held up")
        static let name = say("Họ tên", "Name")
        static let commune = say("Xã, phường nay", "Commune of today")
        static let communeHelp = say(
            "Địa chỉ cũ nay thuộc nhiều đơn vị: hỏi người dân rồi chọn.",
            "The old address belongs to several communes now: ask the citizen, and choose.")
        static let addressHelp = say(
            "Kết thúc bằng xã, phường rồi tỉnh, thành phố. Tên trước 01/07/2025 được đổi giúp.",
            "Ends with commune and province. Names of before 01/07/2025 are mapped.")
        static func codHelp(owed: Int?) -> Phrase {
            guard let owed else {
                return say(
                    "Đúng số hồ sơ còn phải nộp. Bỏ trống: hệ thống tự lấy số đó.",
                    "What the dossier still owes. Blank: the system takes that sum.")
            }
            let sum = Money(owed).display
            return say(
                "Hồ sơ còn phải nộp \(sum). Bỏ trống: bưu điện thu đúng số đó.",
                "The dossier owes \(sum). Blank: the post collects that sum.")
        }
        static func amountHelp(_ cod: Int) -> Phrase {
            say(
                "Đúng số thu hộ \(Money(cod).display); số khác bị từ chối.",
                "The sum to be collected, \(Money(cod).display); another one is refused.")
        }
        static let amount = say("Số tiền bưu điện nộp", "Amount handed over")
        static let reference = say("Số chứng từ", "Reference")
        static let reason = say("Lý do", "Reason")
        static let note = say("Ghi chú, chênh lệch", "Note on differences")
        static let noteHelp = say(
            "Phải ghi khi thiếu bưu gửi so với bảng kê.", "Needed where parcels of the manifest are missing.")
        static let unknown = say(
            "Làm lại là an toàn: không ghi hai lần.", "Trying again is safe: nothing is done twice.")
        static let none = say("Không có bưu gửi nào.", "No parcels here.")
        static let noManifests = say("Chưa có bảng kê nào. N mở bảng kê mới.", "No manifests. N opens one.")
        static let noManifestsToTake = say(
            "Chưa có bảng kê nào giao cho quầy.", "No manifest for this counter.")
        static let ofDossier = say("Bưu gửi của hồ sơ", "Parcels of a dossier")
        /// Why nothing can be sent for a dossier now.
        static func notSendable(_ dossier: Models.Dossier, beside parcels: [Shipment]) -> Phrase {
            if let parcel = parcels.first(where: { !$0.state.isFinal }) {
                return say(
                    "Đã có bưu gửi \(parcel.trackingNumber) chưa xong: Enter xem.",
                    "Parcel \(parcel.trackingNumber) is not finished yet: Enter opens it.")
            }
            let status = dossier.statusName
            if [3, 7, 8, 10].contains(dossier.status) {
                return say(
                    "Hồ sơ “\(status)”: không còn gì để gửi.",
                    "The dossier is “\(status)”: nothing is left to be sent.")
            }
            if dossier.delivery.method != .post {
                return say(
                    "Hồ sơ không hẹn trả qua bưu chính. Người dân đổi ý thì sửa cách nhận kết quả trước.",
                    "The result does not go by post. Amend the delivery first where the citizen wants it so.")
            }
            return say(
                "Chưa có kết quả để gửi; hồ sơ đang “\(status)”. Có kết quả rồi N gửi.",
                "There is no result to send yet; the dossier is “\(status)”. N sends it once there is one.")
        }
        static let noneOfDossier = say(
            "Hồ sơ chưa có bưu gửi. N gửi bưu chính.", "Nothing is sent for this dossier. N sends.")
        static let find = say("Tìm bưu gửi", "Find a parcel")
        static let findHelp = say(
            "Số hiệu bưu gửi hoặc mã hồ sơ.", "A tracking number or a dossier's code.")
        static let typeNumber = say("Nhập số hiệu", "Type a number")
        static let scanned = say("Vừa quét", "Just scanned")
        static let noScans = say(
            "Quét mã vạch bưu gửi hoặc mã hồ sơ; F4 để gõ.", "Scan a parcel or a dossier; F4 to type.")
        static let scanHere = say(
            "Quét từng bưu gửi nhận được; F10 ký nhận khi đủ.", "Scan each parcel that came; F10 signs.")
        static let signed = say("Đã ký", "Signed")
        static let onManifest = say("Đã vào bảng kê", "On the manifest")
        static let takenIn = say("Đã nhận", "Taken in")
        static func takenElsewhere(_ code: String) -> Phrase {
            say("Đã nhận, thuộc bảng kê \(code)", "Taken in, of manifest \(code)")
        }
        static let removeQuestion = say("Bỏ bưu gửi khỏi bảng kê?", "Take the parcel off the manifest?")
        static let removeIt = say("Bỏ ra", "Take off")
        static func removeText(_ number: String, _ receiver: String, _ code: String) -> Phrase {
            say(
                "\(number), \(receiver): bỏ khỏi bảng kê \(code). Bưu gửi vẫn chờ bàn giao, quét lại là vào.",
                "\(number), \(receiver): off manifest \(code). It still waits for its hand-over; a scan puts it back."
            )
        }
        static let againWords = say("Đã quét rồi", "Scanned before")
        static let sending = say("Đang gửi…", "Sending…")
        static let queued = say("Chờ gửi", "Queued")
        static let missing = say("Thiếu", "Missing")
        static let accepted = say("Bưu điện nhận", "Post")
        static let signQuestion = say("Ký giao bảng kê?", "Sign the manifest?")
        static let sign = say("Ký giao", "Sign")
        static func signText(_ code: String, _ count: Int, _ office: String) -> Phrase {
            say(
                "Bảng kê \(code): \(count) bưu gửi giao cho \(office). Ký rồi không thêm bớt được nữa.",
                "Manifest \(code): \(counted(count, "parcel")) for \(office). Once signed, nothing of it is changed."
            )
        }
        static func openScans(_ count: Int) -> Phrase {
            say(
                "Còn \(count) mã đang gửi, chờ một chút rồi ký hoặc thoát.",
                "\(counted(count, "scan is on its", "scans are on their")) way; wait a moment before signing or leaving."
            )
        }
        static func counts(_ count: Int, _ accepted: Int) -> Phrase {
            say(
                "\(count) bưu gửi, bưu điện nhận \(accepted)",
                "\(counted(count, "parcel")), \(accepted) taken in")
        }
        static func taken(_ accepted: Int, of count: Int) -> Phrase {
            say("đã nhận \(accepted)/\(count)", "\(accepted)/\(count) taken in")
        }
        static func parcels(_ count: Int) -> Phrase { say("\(count) bưu gửi", counted(count, "parcel")) }
        static func differences(_ missing: Int) -> Phrase {
            missing == 0
                ? say("Đủ theo bảng kê", "All there") : say("Còn thiếu \(missing)", "\(missing) missing")
        }
        static func inManifest(_ code: String) -> Phrase {
            say("đã vào bảng kê \(code)", "on manifest \(code)")
        }
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            say("\(count)\(more ? "+" : "") bưu gửi", more ? "\(count)+ parcels" : counted(count, "parcel"))
        }
        static func home(_ toHandOver: Int, _ onTheWay: Int, _ failed: Int) -> Phrase {
            say(
                "B bưu chính: \(toHandOver) chờ bàn giao · \(onTheWay) đang đi · \(failed) không phát được",
                "B post: \(toHandOver) to hand over · \(onTheWay) on the way · \(failed) failed")
        }
        static func group(_ group: ShipmentGroup) -> Phrase {
            switch group {
            case .toHandOver: say("Chờ bàn giao", "To hand over")
            case .onTheWay: say("Đang đi", "On the way")
            case .failed: say("Không phát được", "Failed")
            case .returned: say("Chuyển hoàn", "Returned")
            case .delivered: say("Đã phát", "Delivered")
            case .codToSettle: say("Thu hộ chờ quyết toán", "COD to settle")
            case .cancelled: say("Đã hủy", "Cancelled")
            }
        }
        static func name(_ state: ShipmentState) -> Phrase {
            switch state {
            case .created: say("Chờ bàn giao", "To hand over")
            case .accepted: say("Bưu điện đã nhận", "With the post")
            case .inTransit: say("Đang vận chuyển", "In transit")
            case .outForDelivery: say("Đang phát", "Out for delivery")
            case .failed: say("Phát không thành công", "Delivery failed")
            case .delivered: say("Phát thành công", "Delivered")
            case .returned: say("Đã chuyển hoàn", "Returned")
            case .cancelled: say("Đã hủy", "Cancelled")
            }
        }
        /// Papers that are to be collected are handed over by the citizen, and not here.
        static func state(of shipment: Shipment) -> Phrase {
            shipment.kind == .collect && shipment.state == .created
                ? say("Chờ bưu điện đến lấy", "To be picked up") : name(shipment.state)
        }
        static func name(_ state: ManifestState) -> Phrase {
            switch state {
            case .open: say("đang lập", "open")
            case .closed: say("đã ký giao", "signed by the desk")
            case .accepted: say("đã ký nhận", "signed by the post")
            }
        }
        static func name(_ order: Shipment.OrderState) -> Phrase {
            switch order {
            case .waiting: say("chờ gửi bưu điện", "not sent to the post yet")
            case .placed: say("bưu điện đã có đơn", "with the post")
            case .dead:
                say("bưu điện không nhận, báo quản trị gửi lại", "refused; an administrator sends it again")
            }
        }
        static func source(_ source: ShipmentEvent.Source) -> Phrase {
            switch source {
            case .desk: say("một cửa", "desk")
            case .counter: say("quầy bưu điện", "post's counter")
            case .feed, .callback: say("bưu điện báo", "the post")
            }
        }
        static func kind(_ kind: ShipmentKind) -> Phrase {
            kind == .result
                ? say("Trả kết quả", "Result to the citizen") : say("Nhận hồ sơ", "Papers from the citizen")
        }

        // MARK: Line by line

        static let plainSend = say("Gửi bưu chính cho một hồ sơ", "Send something for a dossier")
        static let plainOpen = say("Lập bảng kê mới", "Open a manifest")
        static let plainScan = say(
            "Quét hoặc gõ từng số hiệu; dòng trống là xong.",
            "Scan or type each number; an empty line ends it.")
        static func plainNoDossier(_ code: String) -> Phrase {
            say("Không tìm thấy đúng một hồ sơ theo \(code).", "Not exactly one dossier found by \(code).")
        }

        // MARK: Forms

        static func title(_ task: PostTask) -> Phrase {
            switch task {
            case .send(_, .result, _): say("Gửi kết quả qua bưu chính", "Send the result by post")
            case .send(_, .collect, _): say("Nhờ bưu điện lấy hồ sơ", "Have papers collected by post")
            case .cancel: say("Hủy bưu gửi", "Take the parcel back")
            case .settle: say("Quyết toán thu hộ", "Settle what the post collected")
            case .accept: say("Ký nhận bảng kê", "Sign for a manifest")
            case .reopen: say("Mở lại bảng kê đã ký", "Take the signature back")
            }
        }
        static func button(_ task: PostTask) -> Phrase {
            switch task {
            case .send: say("Tạo bưu gửi", "Send")
            case .cancel: say("Hủy bưu gửi", "Take back")
            case .settle: say("Ghi quyết toán", "Book it")
            case .accept: say("Ký nhận", "Sign")
            case .reopen: say("Mở lại", "Take back")
            }
        }
        static func actTitle(_ task: PostTask) -> String {
            switch task {
            case .send(let dossier, _, _): "Gửi bưu chính " + dossier.code
            case .cancel(let shipment): "Hủy bưu gửi " + shipment.trackingNumber
            case .settle(let shipment): "Quyết toán " + shipment.trackingNumber
            case .accept(let manifest): "Ký nhận " + manifest.code
            case .reopen(let manifest): "Mở lại " + manifest.code
            }
        }
        static func scanTitle(_ text: String) -> String { "Quét " + text }
        static func closeTitle(_ code: String) -> String { "Ký giao " + code }
        static func removeTitle(_ number: String) -> String { "Bỏ " + number }
        static let openTitle = "Mở bảng kê"

        static func facts(_ task: PostTask) -> [Phrase] {
            switch task {
            case .send(let dossier, _, _):
                [
                    say(
                        dossier.code + " · " + dossier.procedure.name,
                        dossier.code + " · " + dossier.procedure.name)
                ]
            case .cancel(let shipment):
                [
                    say(
                        "\(shipment.trackingNumber) · \(shipment.dossierCode)",
                        "\(shipment.trackingNumber) · \(shipment.dossierCode)")
                ]
            case .settle(let shipment):
                [
                    say(
                        "\(shipment.trackingNumber) thu hộ \(Money(shipment.cod).display); số khác bị từ chối.",
                        "\(shipment.trackingNumber): \(Money(shipment.cod).display) was to be collected.")
                ]
            case .reopen(let manifest):
                [
                    say(
                        "\(manifest.code) · \(manifest.office.name)",
                        "\(manifest.code) · \(manifest.office.name)"),
                    say(
                        "Quầy bưu điện chưa quét gói nào; mở lại thì sửa, hủy hay chuyển bưu gửi được.",
                        "The post scanned none of it in; opened again, its parcels can be changed."),
                ]
            case .accept(let manifest):
                [
                    say(
                        "\(manifest.code) · \(counts(manifest.count, manifest.accepted).vi)",
                        "\(manifest.code) · \(counts(manifest.count, manifest.accepted).text(.en))")
                ]
                    + (manifest.items ?? []).filter { $0.acceptedAt == nil }.prefix(8).map {
                        say(
                            "Thiếu \($0.trackingNumber) · \($0.dossierCode)",
                            "Missing \($0.trackingNumber) · \($0.dossierCode)")
                    }
            }
        }
        static func done(_ task: PostTask, _ value: PostTask.Value) -> Phrase {
            switch value {
            case .shipment(let shipment):
                switch task {
                case .send:
                    say("Bưu gửi \(shipment.trackingNumber) đã tạo.", "\(shipment.trackingNumber) is made.")
                case .cancel:
                    say("Đã hủy \(shipment.trackingNumber).", "\(shipment.trackingNumber) is taken back.")
                default:
                    say(
                        "Đã ghi quyết toán \(shipment.trackingNumber).",
                        "\(shipment.trackingNumber) is settled.")
                }
            case .manifest(let manifest) where manifest.state == .open:
                say("Đã mở lại \(manifest.code).", "\(manifest.code) is open again.")
            case .manifest(let manifest):
                say("Đã ký nhận \(manifest.code).", "\(manifest.code) is signed.")
            }
        }
    }
}
