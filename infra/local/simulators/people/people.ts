/** Who may be at the desk of the sample office: invented, and known to nobody but this machine. */
export const people = [
  {
    login: 'hoa@phuong.example.vn',
    name: 'Trần Thị Hoa',
    called: 'chị Hoa',
    role: 'clerk',
    does: 'Cán bộ tiếp nhận: gọi điện, sửa hồ sơ, in thư',
  },
  {
    login: 'nam@phuong.example.vn',
    name: 'Nguyễn Văn Nam',
    called: 'anh Nam',
    role: 'leader',
    does: 'Lãnh đạo: ký thư, xem nhật ký, thêm cán bộ',
  },
  {
    login: 'truc@tinh.example.vn',
    name: 'Lê Quốc Trực',
    called: 'anh Trực',
    role: 'operator',
    does: 'Điều hành: xem việc, quản lý cán bộ',
  },
] as const;

export type Person = (typeof people)[number];
