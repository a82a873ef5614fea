using System.Collections.Frozen;
using static Qingdan.Catalog.Import.Fields.ImportField;

namespace Qingdan.Catalog.Import.Fields;

/// <summary>
/// All targets of the mapping with the headers that mean them: from the catalogue template of the 2017 guide, Shanghai's portal,
/// provincial portals and the inventories of other regions. Spaces inside an English header are written as underscores.
/// </summary>
internal static class ImportFields
{
    /// <summary>In the order of the screen; the index is the field.</summary>
    public static IReadOnlyList<FieldInfo> All { get; } =
    [
        new(Code, "目录代码", FieldKind.Code, 64, "目录编码 信息资源代码 资源代码 资源编码 信息资源编码 数据目录代码 数据目录编码 目录编号 resource_code catalog_code"),
        new(NationalCode, "国家目录代码", FieldKind.Code, 64, "国家代码 国家目录编码 国标代码 国家信息资源代码 national_code"),
        new(Name, "目录名称", FieldKind.Text, 128, "名称 数据目录名称 信息资源名称 资源名称 数据集名称 数据名称 数据资源名称 标题 题名 目录标题 資料集名稱 資料名稱 title name dataset dataset_name dataset_title"),
        new(Provider, "提供单位", FieldKind.Text, 128, "提供部门 数据提供方 数据提供单位 数据提供部门 信息资源提供方 资源提供方 提供方 提供機關 資料集提供機關 來源部門 来源部门 来源单位 数源单位 数源部门 责任部门 责任单位 所属部门 所属单位 单位名称 部门名称 部门 单位 資料來源 資料來源(部會單位) 機關 机构 organization organisation agency publisher provider department data_provider"),
        new(Office, "内设机构", FieldKind.Text, 128, "处室 责任处室 科室 所属处室 提供方内部部门 內部單位 office division", "office"),
        new(Summary, "摘要", FieldKind.Text, 2000, "数据摘要 信息资源摘要 资源摘要 目录摘要 描述 资源描述 数据描述 数据集描述 简介 数据简介 说明 資料集描述 資料描述 主要內容說明 description summary abstract notes"),
        new(Theme, "领域", FieldKind.Text, 128, "数据领域 重点领域 主题 主题名称 主题分类 所属主题 信息资源分类 资源分类 目录分类 服务分類 分類 分類及編號 分类 theme category topic group"),
        new(Industry, "行业", FieldKind.Text, 128, "所属行业 行业分类 行业名称 国家主题分类 行業 industry sector", "industry"),
        new(SystemName, "来源系统", FieldKind.Text, 128, "信息系统名称 所属信息系统 所属系统 系统名称 业务系统 来源信息系统 数据来源系统 資訊系統 source_system system system_name"),
        new(Duty, "职责", FieldKind.Text, 500, "职责目录 对应职责 法定职责 职责事项 业务事项 业务事项名称 事项名称 权责事项 duty function"),
        new(Formats, "数据格式", FieldKind.Domain, 200, "格式 资源格式 信息资源格式 数据资源格式 信息资源格式类型 文件格式 檔案格式 資源格式 资源类型 format formats data_format file_format"),
        new(Frequency, "更新频率", FieldKind.Domain, 100, "更新周期 更新频度 更新頻率 更新週期 數據更新頻率 数据更新频率 数据更新周期 资源更新周期 更新时间周期 frequency update_frequency accrual_periodicity periodicity"),
        new(Share, "共享属性", FieldKind.Domain, 100, "共享类型 共享方式类型 数据共享属性 是否共享 共享性质 共享類型 share_type sharing sharing_property access_type"),
        new(ShareCondition, "共享条件", FieldKind.Text, 500, "使用条件 共享范围 共享使用条件 共享条件说明 使用要求 sharing_condition"),
        new(ShareReason, "不予共享理由", FieldKind.Text, 500, "不予共享原因 不共享理由 不共享原因 不予共享依据 不予共享理由及依据 not_shared_reason"),
        new(ShareWays, "共享方式", FieldKind.Domain, 200, "共享方式分类 提供方式 数据提供方式 交换方式 资源共享方式 sharing_way delivery"),
        new(OpenType, "开放属性", FieldKind.Domain, 200, "开放类型 开放状态 开放条件 开放等级 是否开放 是否向社会开放 开放级别 社会开放属性 開放屬性 開放類型 open_type access_level"),
        new(OpenCondition, "开放条件", FieldKind.Text, 500, "开放条件说明 开放要求 open_condition", "openCondition"),
        new(DataLevel, "数据分级", FieldKind.Domain, 100, "数据分类分级 分级 安全等级 数据安全等级 数据级别 安全级别 敏感级别 data_level security_level classification"),
        new(PublishedOn, "发布日期", FieldKind.Date, 40, "发布时间 首次发布日期 首次发布时间 上线时间 建立日期 發布日期 上架日期 创建时间 issued published publish_date release_date created", "publishedOn"),
        new(DataUpdatedOn, "数据更新日期", FieldKind.Date, 40, "更新时间 更新日期 最后更新时间 最后更新日期 最近更新时间 最後更新時間 詮釋資料更新時間 数据更新时间 modified updated last_updated update_date last_modified"),
        new(RecordCount, "数据量", FieldKind.Number, 40, "记录数 数据条数 条数 数据总量 资料量 資料量 資料筆數 筆數 资源数 資源數 records count record_count rows", "recordCount"),
        new(Tags, "标签", FieldKind.Text, 500, "数据标签 资源标签 关键字 关键词 標籤 關鍵字 標籤/關鍵字 tags keywords keyword", "tags"),
        new(Contact, "联系人", FieldKind.Text, 200, "联系方式 联系人姓名 共享咨询联系人 咨询方式 聯絡人 資料集提供機關聯絡人 contact contact_point", "contact"),
        new(Phone, "联系电话", FieldKind.Text, 100, "电话 部门电话 咨询电话 聯絡電話 資料集提供機關電話 phone telephone", "phone"),
        new(Email, "电子邮箱", FieldKind.Text, 100, "邮箱 部门邮箱 电子邮件 資料集提供機關聯絡人電子郵件 email mail", "email"),
        new(Url, "网址", FieldKind.Text, 1000, "详情页 详情页网址 链接 链接地址 资源链接 資料連結網址 資料下載網址 資料集說明網址 url link landing_page download_url", "url"),
        new(ItemList, "数据项清单（一格多项）", FieldKind.Items, 32_767, "主要欄位 主要欄位說明 主要栏位 欄位說明 字段列表 字段清单 数据项列表 数据项清单 包含字段 信息项 数据项 fields columns data_items"),
        new(ItemName, "数据项名称", FieldKind.Text, 128, "信息项名称 字段中文名 字段中文名称 中文字段名 字段名称 项目名称 数据元名称 欄位名稱 item_name column_label field_label"),
        new(ItemFieldName, "字段名", FieldKind.Text, 128, "字段英文名 英文名 字段代码 英文字段名 字段英文名称 列名 欄位英文名稱 field_name column_name"),
        new(ItemDataType, "数据类型", FieldKind.Domain, 64, "字段类型 数据项类型 信息项数据类型 類型 資料型態 data_type field_type"),
        new(ItemLength, "数据长度", FieldKind.Number, 20, "字段长度 长度 信息项数据长度 數據長度 length field_length"),
        new(ItemNote, "数据项说明", FieldKind.Text, 500, "字段说明 字段描述 信息项说明 数据项描述 欄位描述 field_description item_description"),
        new(ItemShare, "数据项共享属性", FieldKind.Domain, 100, "信息项共享类型 数据项共享类型 字段共享属性 信息项共享属性 item_share"),
        new(ItemShareCondition, "数据项共享条件", FieldKind.Text, 500, "信息项共享条件 字段共享条件 item_share_condition"),
        new(ItemShareReason, "数据项不予共享理由", FieldKind.Text, 500, "信息项不予共享理由 字段不予共享理由 item_share_reason"),
        new(ItemOpenType, "数据项开放属性", FieldKind.Domain, 100, "信息项开放属性 数据项是否开放 字段开放属性 信息项是否向社会开放 item_open_type"),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Count;

    /// <summary>The field with a key, or null.</summary>
    public static FieldInfo? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <summary>The field's description.</summary>
    public static FieldInfo Info(this ImportField field) => All[(int)field];

    private static FrozenDictionary<string, FieldInfo> ByKey { get; } = All.ToFrozenDictionary(f => f.Key);
}
