# Kata-kata yang dilihat pembaca. Belum dibaca oleh penutur asli.
# Nilai tidak berisi HTML, kecuali separator_html.

# Tanda baca
separator = :_
separator_html = :&#32;
and_so_on = dan lain-lain

range_from_to = { $from } sampai { $to }
range_from = mulai { $from }
range_to = sampai { $to }

# Bingkai setiap halaman
skip_to_content = Langsung ke isi utama
languages_label = Bahasa
language_lacks_page = belum diterjemahkan
menu_label = Menu utama
crumbs_label = Anda berada di
crumb_home = Beranda
pages_label = Halaman situs ini
feed_title = Kabar terbaru (umpan)

# Pintu masuk dan halaman yang tidak ditemukan
root_heading = Pilih bahasa
root_text = Untuk membaca dalam bahasa ini, ikuti tautan di bawah.
root_action = Ke beranda
not_found_title = Halaman tidak ditemukan
not_found_text = Halaman ini mungkin sudah dipindahkan atau dihapus. Periksa kembali alamatnya.
not_found_action = Ke beranda

# Daftar
count_entries = { $count } entri
list_empty = Tidak ada entri di sini.
list_empty_next = Kembali ke beranda dan pilih jalan lain
page_of = Halaman { $page } dari { $pages }
title_with_page = { $title } (halaman { $page })
pager_label = Halaman daftar ini
pager_previous = Halaman sebelumnya
pager_next = Halaman berikutnya

# Jenis catatan
kinds_journeys = Jalur
kinds_programs = Program
kinds_hospitals = Rumah sakit
kinds_organizations = Lembaga
kinds_schedules = Jadwal
kinds_fees = Biaya
kinds_notices = Pengumuman
kinds_terms = Glosarium
kinds_pages = Halaman
facet_prefecture = Prefektur
facet_specialty = Spesialisasi
facet_program_kind = Jenis program
facet_recruitment = Status penerimaan

# Isi setiap daftar
describe_journeys = Jalur menuju pelatihan di Jepang, lengkap dengan langkah-langkahnya secara berurutan.
describe_programs = Skema dan program pelatihan kedokteran di Jepang.
describe_hospitals = Rumah sakit yang dijelaskan dalam panduan ini. Bila diketahui, halaman rumah sakit menyebutkan apakah peserta diterima.
describe_organizations = Lembaga di balik skema, program, dan informasi.
describe_schedules = Jadwal penerimaan, disertai status masing-masing.
describe_fees = Biaya pelatihan dan pengurusannya.
describe_notices = Pengumuman tentang skema dan penerimaan, termasuk yang sudah lewat.
describe_terms = Istilah yang dipakai dalam panduan ini: istilah resmi bahasa Jepang dan padanan yang dipakai di sini.
describe_pages = Halaman panduan di situs ini.
describe_prefectures = Rumah sakit dan program menurut prefektur.
describe_specialties = Rumah sakit dan program menurut spesialisasi.
describe_program_kinds = Program menurut jenis.
describe_recruitment = Program dan jadwal menurut status penerimaan.
describe_value = Entri panduan ini untuk “{ $value }” ({ $facet }).
describe_state = Entri panduan ini yang berstatus “{ $value }”. Yang pertama berubah pada { $date }.

# Status penerimaan
state_open = Dibuka
state_closing_soon = Segera ditutup
state_upcoming = Belum dibuka
state_closed = Ditutup
state_not_announced = Jadwal berikutnya belum ada di sini
state_unknown = Status penerimaan tidak diketahui
successor_not_announced = Jadwal berikutnya belum ada di panduan ini
stage_withdrawn = Dibatalkan

# Bila tidak ada nilai
absence_unknown = Tidak diketahui
absence_none = Tidak ada
absence_not_applicable = Tidak berlaku
absence_missing_in_source = Tidak disebutkan dalam sumber
absence_varies = Berbeda-beda

# Dasar suatu nilai. Alasannya menyusul.
standing_derived = dihitung dari sumber
standing_inferred = kesimpulan panduan ini
year_inferred = tahun { $year } adalah kesimpulan panduan ini
year_inferred_from_weekday = tahun { $year } disimpulkan dari harinya

# Bahasa
only_in_language = Hanya dalam { $language }
untranslated_notice = Sebagian isi halaman ini belum diterjemahkan dan ditampilkan dalam { $languages }.
draft_notice = Terjemahan ini masih draf dan belum dibaca oleh penutur asli. Sebelum memutuskan sesuatu, lihatlah halaman ini dalam { $languages }.
page_in_language = halaman dalam { $language }
source_language = dalam { $language }
contact_fax = Faks: { $number }
contact_extension = pesawat { $extension }
contact_languages = Bahasa: { $languages }

# Tautan
link_login = perlu masuk
link_login_required = perlu masuk, tidak ada alamat umum
link_missing = alamat tidak disebutkan dalam sumber
link_pending = halaman belum diterbitkan
link_unverified = alamat belum diperiksa

# Resmi atau tidak
organization_official = Lembaga publik
organization_unofficial = Tidak resmi (bukan lembaga publik)
rank_official = sumber resmi
rank_mirror = salinan sumber resmi
rank_unofficial = sumber tidak resmi
rank_ourselves = pengumuman kami sendiri

# Apakah pengumuman masih berlaku
notice_legacy = Disimpan sebagai arsip, tidak berlaku lagi
notice_proposed = Sedang dipertimbangkan, belum diputuskan

# Keikutsertaan
participation_open = Menerima peserta
participation_closed = Tidak menerima peserta
participation_possible = Mungkin menerima (penerimaan belum dipastikan)
participation_unknown = Tidak diketahui
means_post = pos
means_counter = diserahkan langsung
means_upload = unggah
means_online = daring
means_email = e-mail
means_fax = faks
means_phone = telepon
means_through = melalui lembaga
channel_public = Terbuka untuk semua pelamar
channel_internal_recommendation = Hanya rekomendasi internal

# Kejadian dalam suatu skema
event_designated = Ditetapkan
event_recommended = Direkomendasikan
event_surveyed = Disurvei (akreditasi tidak disebutkan)
event_accredited = Terakreditasi

# Jenis peringatan. Penjelasannya menyusul.
caution_inconsistent = Sumber tidak konsisten
caution_missing = Tidak ada dalam sumber
caution_impossible = Tidak mungkin seperti yang tertulis
caution_inferred = Kesimpulan panduan ini
caution_outdated = Sudah usang
caution_timing = Waktu

# Terjemahan yang lebih lama daripada naskah asalnya
outdated_section = Naskah asal bagian ini berubah setelah diterjemahkan. Isinya mungkin tidak berlaku lagi.
outdated_texts = Naskah asal beberapa kalimat di halaman ini berubah setelah diterjemahkan. Isinya mungkin tidak berlaku lagi.

# Syarat dan dokumen
all_of = Semua yang berikut
any_of = Salah satu dari yang berikut
only_part = cukup { $number }
instead_of = Yang berikut dapat menggantikannya
instead_of_at_most = Yang berikut dapat menggantikannya, paling banyak { $count } butir
proves = membuktikan syarat { $number }
form_original = asli
form_copy = salinan
form_either = asli atau salinan
variant_provisional = sementara, diterbitkan lebih dahulu
variant_final = resmi, diterbitkan kemudian
copies = jumlah yang diperlukan: { $count }
copies_received = jumlah lembar: { $count }
limit_max = paling banyak { $max }
by_scheme = sesuai ketentuan skema
office_at = per { $date }

# Jadwal sebagai gambar
heading_timeline = Garis waktu
timeline_title = Garis waktu: { $title }
timeline_round = { $round }: dari { $from } sampai { $to }.
timeline_round_number = Putaran { $number }
timeline_in_tables = Semua tanggal juga ada dalam tabel di halaman jadwal ini.
timeline_earlier = Penerimaan sebelumnya
timeline_today = Hari ini
timeline_past = Sudah lewat
timeline_now = Sedang berlangsung
timeline_future = Akan datang
timeline_vague = Tanggal tidak diketahui
timeline_undated = Tahap tanpa tanggal

# Peta semua jalur
heading_map = Peta jalur
map_start = Lulusan luar negeri
map_family_japanese = Jalur dengan lisensi Jepang
map_family_japanese_short = Dengan lisensi Jepang
map_family_without = Jalur tanpa lisensi Jepang
map_family_without_short = Tanpa lisensi Jepang
map_family_unknown = Jalur yang syarat lisensinya tidak diketahui
map_family_unknown_short = Lisensi tidak diketahui
licence_on_the_way = Melalui lisensi Jepang
licence_unknown = Tidak diketahui apakah lisensi diperlukan

# Jalur
junction_step = (langkah { $number })
step_may_be_late = mungkin memakan waktu lebih lama daripada yang tersedia

# Bila sumber berbeda
claim_number = Pernyataan { $number }
conflict_follows = Panduan ini mengikuti pernyataan { $number }.
conflict_follows_none = Panduan ini tidak memutuskan pernyataan mana yang benar.

# Dalam tulisan
footnotes = Catatan kaki
footnote_reference = Catatan kaki { $number }
footnote_back = { $occurrence ->
    [1] Kembali ke tempat catatan kaki { $number } dirujuk
   *[other] Kembali ke tempat catatan kaki { $number } dirujuk (tempat ke-{ $occurrence })
}
table_label = Tabel { $number }
task_done = Selesai
task_open = Belum selesai

# Judul bagian di semua halaman
heading_facts = Ringkasan
heading_notes = Catatan
heading_related = Halaman terkait
heading_incoming = Halaman yang merujuk ke halaman ini
heading_cautions = Perhatikan
heading_conflicts = Pernyataan yang bertentangan
heading_sources = Sumber
heading_changes = Riwayat perubahan
heading_links = Tautan
heading_contacts = Kontak
heading_people = Penanggung jawab
heading_history = Sejarah
heading_designations = Penetapan, rekomendasi, survei, dan akreditasi

heading_units = Bagian
heading_services = Layanan
heading_does = Tugasnya
heading_programs = Program terkait

heading_aims = Tujuan
heading_phases = Tahap
heading_eligibility = Syarat menurut sumber
heading_conditions = Syarat
heading_scope = Yang boleh dan yang tidak boleh
heading_documents = Dokumen
heading_steps = Langkah
heading_rules = Batas, dan perpindahan antarputaran
heading_fees = Biaya
heading_schedules = Jadwal
heading_notices = Pengumuman
heading_components = Komponen
heading_follow_up = Sesudahnya
heading_obligations = Kewajiban
heading_outcomes = Hasil
heading_hosts = Tempat penerima per tahun
heading_offerings = Program dalam skema ini

heading_fee_items = Rincian
heading_exceptions = Pengecualian dan biaya lain
heading_rounds = Jadwal penerimaan
heading_journey_steps = Langkah jalur ini
heading_leads_to = Ke mana jalur ini menuju

heading_points = Isi
heading_as_published = Seperti tertulis dalam sumber
heading_cohorts = Siapa yang terkena
heading_definition = Arti
heading_rejected = Padanan yang tidak dipakai dalam panduan ini
heading_see = Lihat juga

# Kata penghubung
way_from_to = dari { $from } ke { $to }
way_from = dari { $from }
way_to = ke { $to }
parenthesis = _({ $text })

# Jenis, di atas judul
kind_hospital = Rumah sakit
kind_organization = Lembaga
kind_program = Program
kind_fee = Biaya
kind_schedule = Jadwal
kind_journey = Jalur
kind_notice = Pengumuman
kind_term = Istilah
kind_page = Halaman

# Bingkai setiap halaman
menu_open = Menu
contents_label = Di halaman ini
settings_label = Tampilan
setting_furigana_off = Sembunyikan furigana
setting_furigana_on = Tampilkan furigana
setting_dark = Warna gelap
setting_light = Warna terang

# Jawaban di awal halaman
heading_answers = Sekilas
answer_who = Untuk siapa
answer_how_long = Berapa lama
answer_cost = Biaya
answer_income = Uang yang diterima
answer_when = Penerimaan
answer_papers = Dokumen
answer_ask = Bertanya ke mana
answer_state = Sekarang
answer_next = Tanggal berikutnya
answer_later = Setelah ini
answer_not_here = Tidak disebutkan dalam panduan ini
answer_no_dates = Panduan ini tidak memuat jadwal penerimaan
answer_conditions = Lihat syarat
answer_steps = Lihat langkah
answer_contacts = Lihat kontak
answer_host_contacts = Lihat kontak lembaga ini
answer_no_contact = tidak ada alamat kontak dalam panduan ini
answer_cost_details = Lihat rinciannya
answer_cost_exceptions = Lihat pengecualian dan biaya lain
answer_papers_count = { $count } butir
answer_papers_list = Lihat daftar
next_opens = dibuka { $date }
next_none = Tidak ada tanggal lain dalam panduan ini
next_occurrence = berikutnya: { $date }
next_closes_way = ditutup { $date } ({ $way }: { $first })
last_time = terakhir: { $dates }
next_closes = ditutup { $date }

# Periksa sendiri
self_check_how = Centang yang sesuai dengan Anda. Centang Anda tidak dikirim ke mana pun.
self_check_open = Belum semua syarat di atas dicentang.
self_check_met = Anda memenuhi syarat yang tercantum di sini, per { $date }.
self_check_met_undated = Anda memenuhi syarat yang tercantum di sini.
self_check_decides = Mungkin ada syarat yang tidak tercantum dalam panduan ini. Lembaga penerima yang memutuskan apakah Anda diterima.

# Waktu menurut perangkat pembaca
live_local = { $time } waktu Anda
stage_upcoming = Belum dibuka
stage_open = Sedang dibuka
stage_over = Selesai
stage_later = Akan datang
stage_passed = Sudah lewat

# Kebaruan
review_overdue = Halaman ini seharusnya diperiksa ulang paling lambat { $date }, tetapi belum dilakukan. Cocokkan dengan sumbernya sebelum mengandalkannya.
retired_since = Ini berakhir pada { $date }. Halaman ini disimpan sebagai catatan.
retired_followed = Lihat { $record } sebagai gantinya.

# Beranda
home_departures = Penerimaan saat ini
home_none_open = Saat ini panduan ini tidak mencatat penerimaan yang dibuka atau diumumkan. Mungkin ada jadwal baru yang belum ada di sini: periksa juga halaman resminya.
home_all_departures = Semua jadwal
home_changes = Pengumuman dan perubahan terbaru
home_all_notices = Semua pengumuman

# Tabel banyak catatan
fees_caption = Biaya, dari yang terendah, bagian dari satu biaya berurutan; jumlah yang tidak diketahui di akhir
fees_scale = Perbandingan jumlah yang diketahui
fees_scale_note = Bagian penuh: biaya paling sedikit. Bagian kosong: biaya yang mungkin. Skala berakhir di { $most }.
fee_exception = pengecualian atau biaya lain
sorted_by = Diurutkan menurut {"{column}"}
menu_can = Apa yang bisa saya ikuti
menu_compare = Bandingkan
compare_title = Bandingkan program
compare_description = Program dalam panduan ini, berdampingan.
compare_description_schemes = Panduan ini memuat { $count } program. Di sini skema-skema disandingkan; program setiap tempat penerima ada dalam daftar program.
compare_question = Pertanyaan
compare_others = Program lainnya
compare_choose = Pilih paling banyak empat program
compare_most = Empat program sedang ditampilkan. Untuk memilih yang lain, hapus satu dahulu.
compare_chosen = Program yang ditampilkan: {"{count}"}

# Sumber seluruh situs
sources_title = Semua sumber
sources_description = Semua sumber panduan ini, tanggal dibacanya, dan halaman yang didasarkan padanya.
source_cited = { $count ->
    [0] Tidak ada halaman yang didasarkan padanya
   *[other] { $count } halaman didasarkan padanya
}
sources_verified = Halaman dengan tanggal pencocokan dengan sumber
sources_unverified = Halaman tanpa tanggal pencocokan
sources_overdue = Halaman yang pemeriksaan ulangnya terlambat
sources_none_overdue = Tidak ada

# Penyaring daftar
filter_any = Semua
filter_reset = Hapus penyaring
filter_count = Entri yang ditemukan: {"{count}"}
filter_empty = Tidak ada entri yang memenuhi semuanya. Hapus salah satu penyaring, atau tanyakan langsung ke lembaga penerima.

# Kalender
add_to_calendar = Tambahkan tanggal-tanggal ini ke kalender Anda
subscribe_calendar = Berlangganan tanggal-tanggal ini
download_calendar = Unduh tanggal-tanggal ini (.ics)

# Glosarium
term_endings = { "" }

# Label
label_reading = Cara baca
label_romanized = Huruf Latin
label_name_in_other_languages = Nama dalam bahasa lain
label_other_names = Nama lain
label_prefecture = Prefektur
label_address = Alamat
label_access = Cara ke sana
label_map = Peta
label_hours = Jam kerja
label_beds = Jumlah tempat tidur
label_lodging = Tempat tinggal
postal_address = { $text }, { $code }
prefecture_by_address = menurut alamat
label_place = Tempat
label_parent = Bagian dari
label_specialties = Spesialisasi
label_languages = Bahasa
label_organization_kind = Jenis
label_scheme_name = Skema
label_event = Kejadian
label_designated_by = Oleh
label_program = Program
label_program_kind = Jenis program
label_scheme = Skema
label_host = Tempat penerima
label_organizer = Penyelenggara
label_authority = Instansi berwenang
label_partners = Mitra
label_licence = Lisensi
label_audience = Untuk siapa
label_regions = Negara dan wilayah
label_duration = Lama
label_capacity = Daya tampung
label_training_languages = Bahasa pelatihan
label_language_level = Tingkat bahasa
label_age = Usia
label_practice = Pengalaman kerja
label_study_year = Tahun studi
label_excluded = Yang tidak dapat mendaftar
label_quotas = Kuota
label_application = Siapa yang mendaftar
level_at_least = { $language }: { $level } ke atas
level_equivalent = atau setara
level_or = { $one } atau { $other }
age_on = pada { $date }
apply_by = { $party } mendaftar
apply_through = melalui { $body }
facet_training_language = Bahasa pelatihan
facet_language_level = Tingkat bahasa
facet_practice = Lama praktik Anda
facet_age = Usia Anda
label_permit = Izin
label_supervision = Bimbingan
label_benefits = Fasilitas
label_funding = Pendanaan
label_follows = Diperlukan sebelumnya
label_leads_to = Menuju ke
label_may = Boleh
label_may_not = Tidak boleh
label_phase = Tahap
label_share = Bagian
label_deadline = Batas waktu
label_if = Jika
label_copies = Jumlah
label_copies_received = Jumlah lembar
document_sealed = dalam amplop tertutup
document_languages = dalam { $languages }
document_not_older = diterbitkan dalam { $length }
translation_plain = dengan terjemahan
translation_certified = dengan terjemahan resmi
form_download = Formulir
form_file = { $type }, { $size }
label_details = Rincian
label_example = Contoh
label_takes = Memakan waktu
label_by = Oleh
label_participation = Status
label_channel = Cara penerimaan
label_confirmed = Dipastikan pada
label_amount = Jumlah
label_income = Jumlah yang diterima
label_fee_kind = Jenis uang
label_refund = Pengembalian
refund_until = sampai { $date }
fee_kind_cost = biaya
fee_kind_deposit = uang jaminan
fee_kind_scholarship = beasiswa yang diterima
fee_kind_salary = gaji yang diterima
fee_kind_allowance = tunjangan yang diterima
returned_in_full = dikembalikan penuh
returned_in_part = dikembalikan sebagian
refund_afterwards = sesudah itu { $returned }
returned_share = dikembalikan { $share }
returned_never = tidak dikembalikan
whichever_earlier = hari yang lebih awal
whichever_later = hari yang lebih akhir
label_payer = Dibayar oleh
label_when = Kapan
label_varies_by = Berbeda menurut
label_includes = Termasuk
label_excludes = Tidak termasuk
label_fee_item = Butir
label_fiscal_year = Tahun fiskal
label_zone = Zona waktu
label_successor = Penerimaan berikutnya
label_stage = Tahap
label_opens = Dibuka atau berlangsung
label_not_held = Tidak diadakan pada
label_ways = Batas akhir untuk tiap cara pengajuan
label_closes = Ditutup
label_concerns = Siapa yang bertindak
label_overlaps = Bersamaan dengan
label_venue = Tempat
label_parts = Bagian
venue_one_of = salah satu dari: { $venues }
exam_questions = { $count } soal
exam_marks = { $count } poin
exam_choose = Pilih { $count } dari ini
label_date = Tanggal
label_as_of = Keadaan per
label_posted = Dipasang pada
label_superseded_by = Digantikan oleh
label_about = Tentang
label_what = Apa
label_as_printed = Seperti tercetak
label_problem = Masalah
label_cohort = Kelompok
label_fiscal_years = Tahun fiskal
label_except = Kecuali
label_note = Catatan
label_retrieved = Dibaca pada
label_verified = Terakhir dicocokkan dengan sumber
label_review_by = Pemeriksaan berikutnya paling lambat
label_permit_by = Izin diterbitkan oleh

## Pencarian

search_title = Cari
search_label = Cari di situs ini
search_no_script = Pencarian memerlukan peramban yang menjalankan JavaScript. Jika tidak bisa, lihatlah daftar di bawah.
search_lists = Lihat daftar
search_start = Ketik nama rumah sakit, skema, atau istilah, atau hal yang ingin Anda ketahui. Nama Jepang dapat diketik dengan kana atau huruf Latin.
search_waiting = Sedang mencari…
search_count = Hasil: { $count }
search_none = Tidak ditemukan. Cobalah kata yang lebih sedikit atau kata lain, atau lihat daftar.
search_nearest = Kata yang mirip:
search_more = Tampilkan lagi
search_narrow = Persempit
search_any = Semua
search_kind = Jenis
search_cost = Biaya paling banyak (yen)
search_language = Bahasa halaman
search_reset = Tampilkan semua hasil
search_failed = Data pencarian tidak dapat dimuat. Periksa koneksi Anda, lalu coba lagi.
search_others = Halaman dalam bahasa lain
search_other = Cari juga di halaman { $language }
search_part = Di bagian:

# Kata-kata yang menandai pertanyaan, dipisahkan dengan |. Tidak ditampilkan kepada pembaca.
search_ask_cost = biaya | berapa biaya | harga | tarif | uang kuliah | gratis
search_ask_when = tenggat | batas waktu | kapan | jadwal | masa pendaftaran
search_ask_papers = dokumen | berkas | persyaratan dokumen
search_ask_length = berapa lama | lamanya | berapa bulan | berapa tahun | berapa minggu

provenance_own = Situs resmi
provenance_guide = Panduan tidak resmi
provenance_page = dibandingkan dengan halaman aslinya pada { $date }
provenance_copy = dibandingkan dengan salinan pada { $date }; halaman aslinya tidak dibuka
provenance_part_of_copy = dibandingkan dengan sebagian salinan pada { $date }; halaman aslinya tidak dibuka
provenance_compared = dibandingkan dengan sumber pada { $date }
provenance_undated = tanggal pembandingan tidak diketahui
provenance_ourselves = pengumuman kami, diperiksa { $date }
provenance_ourselves_undated = pengumuman kami
provenance_sources = { $count } sumber
provenance_sources_dated = { $dated } dari { $count } sumber
provenance_official_page = Halaman resmi
provenance_source_page = Halaman sumber
provenance_page_of = Sumber: { $publisher }
provenance_copy_of = Salinan teks resmi: { $publisher }
answer_official = Informasi resmi
compared_page = halaman aslinya dibaca
compared_copy = dibaca dari salinan, bukan halaman aslinya
compared_part_of_copy = sebagian salinan dibaca, bukan halaman aslinya
answer_cost_others = Biaya lain atau pengecualian: { $costs }
letter = Surat
letter_write = Tulis surat untuk menanyakan yang belum diketahui
letter_title = Surat: { $program }
letter_intro = Surat ini hanya menanyakan hal yang belum diketahui panduan ini. Isi bagian dalam kurung siku, lalu salin, kirim, atau cetak.
letter_to = Kepada
letter_no_contact = Alamatnya tidak diketahui. Tanyakan ke kantor utama lembaga itu atau lewat halaman resminya.
letter_institution = [nama lembaga]
letter_hosts = Setiap lembaga penerima memutuskan sendiri. Pilih lembaga yang ingin Anda surati, atau tulis namanya dalam surat di bawah.
letter_to_host = Surat kepada lembaga ini
letter_copy = Salin
letter_copied = Tersalin.
letter_mail = Buka di program surat
letter_reply = Lembar jawaban
letter_reply_how = Untuk yang menjawab: tulislah di bawah setiap pertanyaan, lalu kirim kembali lembar ini.
letter_reply_name = Nama yang menjawab
letter_reply_date = Tanggal
letter_subject = Pertanyaan tentang { $program }
letter_greeting = Kepada: { $body }
letter_begins =
    Dengan hormat,

    Nama saya [nama]. Saya { $profession } di [negara] dan berminat pada “{ $program }”.
letter_please = Mohon beri tahu saya hal-hal berikut:
letter_thanks = Terima kasih banyak atas waktu Anda. Saya menantikan jawaban Anda.
letter_date = [tanggal]
letter_profession = [profesi]
letter_name = [nama]
letter_address = [alamat surel]
letter_ask_who = Siapa yang boleh mendaftar, dan dengan kualifikasi serta pengalaman apa?
letter_ask_length = Berapa lama berlangsung?
letter_ask_cost = Berapa biayanya?
letter_ask_other_cost = Biaya apa lagi yang harus saya bayar, dan berapa?
letter_ask_when = Kapan pendaftaran dibuka dan sampai kapan?
letter_ask_how = Bagaimana cara mendaftar?
letter_ask_papers = Dokumen apa yang diperlukan?
letter_ask_places = Berapa orang yang diterima?
letter_ask_language = Bahasa apa yang dipakai, dan tingkat apa yang diperlukan?

can_begin = Bisakah saya? Saya seorang
can_who = Program untuk: { $profession }
can_what = { $profession }: { $purpose }
can_want = Apa yang ingin Anda lakukan?
can_other = Lainnya: semua program
can_how = Program berikut cocok. Lihat dahulu lisensi yang Anda miliki; hal yang belum diumumkan disebutkan, dan ada surat untuk menanyakannya.
can_how_one = Program berikut cocok. Hal yang belum diumumkan disebutkan, dan ada surat untuk menanyakannya.
can_in_all = Lama seluruhnya
can_length_unknown = Lamanya belum diketahui
can_cost_in_all = Biaya seluruhnya
can_cost_unknown = Biaya belum diketahui
in_all_direct = { $amount }, tanpa langkah yang hanya untuk sebagian orang
in_all_with_all = { $amount }, dengan semua langkah
step_only_for = Hanya untuk: { $who }
route_lengths = Lama tiap langkah
route_lengths_note = Setiap langkah dimulai di akhir langkah sebelumnya. Bagian penuh: lama paling sedikit. Bagian kosong: lama yang mungkin. Garis putus-putus: bisa lebih lama. Titik adalah langkah tanpa lama sendiri; titik kosong berarti lamanya belum diketahui.
route_costs = Biaya tiap langkah
heading_cost_in_all = Biaya seluruhnya
can_count = { $count } program
can_licence_unknown = Lisensi yang diperlukan tidak diketahui
can_route = Rute
can_unknown = Belum diketahui
label_professions = Profesi
letter_of_who = siapa yang boleh mendaftar
letter_of_length = lamanya
letter_of_cost = biaya
letter_of_other_cost = biaya lain
letter_of_when = waktu pendaftaran
letter_of_how = cara mendaftar
letter_of_papers = dokumen
letter_of_places = jumlah tempat
letter_of_language = bahasa dan tingkatnya
report_wrong = Ada yang salah di sini?
report_subject = Ada yang salah: { $page }
report_body =
    Halaman: { $record } ({ $language })
    { $address }
    { $compared }

    Apa yang salah, dan di mana yang benar?
