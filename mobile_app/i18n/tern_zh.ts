<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionLine</name>
    <message>
        <source>required</source>
        <translation>必做</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>省/州</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Moved to the trash</source>
        <translation>已移到回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the trash</source>
        <translation>
            <numerusform>%n 条已移到回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>已更改 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be: %1</source>
        <translation>
            <numerusform>%n 条未能完成：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them hold that already</source>
        <translation>全部已是该值</translation>
    </message>
    <message numerus="yes">
        <source>Undone; %n were changed since and stay</source>
        <translation>
            <numerusform>已撤销；%n 条此后有改动，保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>You have asked for approval; it goes out by itself and the answer comes the same way.</source>
        <translation>您已提交审批；申请会自动发出，结果也会自动送达。</translation>
    </message>
    <message>
        <source>%1 asks for approval</source>
        <translation>%1 申请审批</translation>
    </message>
    <message>
        <source>It was changed after it was handed in. It can only be given back.</source>
        <translation>提交后内容有改动，只能退回。</translation>
    </message>
    <message>
        <source>A word on it</source>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>It was approved, and changed since: as it is now it counts as not approved.</source>
        <translation>批准后又被修改：现在的版本视为未批准。</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>This device has no position</source>
        <translation>本设备无法定位</translation>
    </message>
    <message>
        <source>Tern may not see where this device is</source>
        <translation>Tern 没有定位权限</translation>
    </message>
    <message>
        <source>Looking for your position…</source>
        <translation>正在定位…</translation>
    </message>
    <message>
        <source>The customer&apos;s position is not known</source>
        <translation>客户的位置未知</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>Within %1: the check-in will be verified</source>
        <translation>在 %1 以内：签到将为“已核实”</translation>
    </message>
    <message>
        <source>Beyond %1: the check-in will say so</source>
        <translation>超出 %1：签到将如实记录</translation>
    </message>
    <message>
        <source>Only exact to %1 m: the check-in will say “not verified”</source>
        <translation>定位精度只有 %1 米：签到将记为“未核实”</translation>
    </message>
    <message>
        <source>You can check in all the same: it will say “not verified”</source>
        <translation>仍可签到：将记为“未核实”</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工补录</translation>
    </message>
    <message>
        <source>Check in by hand, with a reason</source>
        <translation>手工签到并说明原因</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip this visit, with a reason</source>
        <translation>跳过本次拜访并说明原因</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>%1 open, %2</source>
        <translation>%1 个进行中，%2</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No stages yet</source>
        <translation>还没有阶段</translation>
    </message>
    <message>
        <source>A pipeline and its stages come first: More, Stages.</source>
        <translation>请先在“更多”中建立销售流程和阶段。</translation>
    </message>
</context>
<context>
    <name>BulkSheet</name>
    <message>
        <source>Change a field</source>
        <translation>更改字段</translation>
    </message>
    <message>
        <source>Empty: the value is taken away.</source>
        <translation>留空则清除该值。</translation>
    </message>
    <message numerus="yes">
        <source>Change %n</source>
        <translation>
            <numerusform>更改 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>ddd d MMMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>我的团队</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Nothing on this day</source>
        <translation>这一天没有安排</translation>
    </message>
    <message>
        <source>Plan something</source>
        <translation>安排一项</translation>
    </message>
</context>
<context>
    <name>ChartNothing</name>
    <message>
        <source>Nothing in this period</source>
        <translation>此期间没有数据</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ColumnSheet</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Plan of the day</source>
        <translation>今日计划</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复数据</translation>
    </message>
    <message>
        <source>People and spaces</source>
        <translation>人员与空间</translation>
    </message>
    <message>
        <source>Sync and trust</source>
        <translation>同步与信任</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Dark mode</source>
        <translation>深色模式</translation>
    </message>
    <message>
        <source>Light mode</source>
        <translation>浅色模式</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>销售预测</translation>
    </message>
</context>
<context>
    <name>ConditionLine</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>ConditionSheet</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>我的团队</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>DateSheet</name>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>All: %1</source>
        <translation>全部：%1</translation>
    </message>
</context>
<context>
    <name>DayReport</name>
    <message>
        <source>The day&apos;s report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Visits done</source>
        <translation>完成拜访</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>里程</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>订单金额</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>Lost because</source>
        <translation>丢单原因</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Duplicates</source>
        <translation>重复记录</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through what is on this device</source>
        <translation>正在查找本设备上的记录</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>没有重复记录</translation>
    </message>
    <message>
        <source>Numbers, addresses, domains and names are compared as you work, all on this device.</source>
        <translation>号码、邮箱、域名和名称会在您工作时在本设备上自动比对。</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>Export %n selected</source>
        <translation>
            <numerusform>导出所选 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出此列表</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>vCard, for address books</source>
        <translation>vCard（通讯录）</translation>
    </message>
    <message>
        <source>iCalendar, for calendars</source>
        <translation>iCalendar（日历）</translation>
    </message>
    <message numerus="yes">
        <source>%n written to %1</source>
        <translation>
            <numerusform>已将 %n 条写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>To print (PDF)</source>
        <translation>打印用（PDF）</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Several: with ; between</source>
        <translation>多个值用 ; 隔开</translation>
    </message>
</context>
<context>
    <name>FieldSheet</name>
    <message>
        <source>Search a field</source>
        <translation>搜索字段</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Not given</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1合计</translation>
    </message>
    <message>
        <source>%1, average</source>
        <translation>%1平均</translation>
    </message>
    <message>
        <source>%1, least</source>
        <translation>%1最小</translation>
    </message>
    <message>
        <source>%1, most</source>
        <translation>%1最大</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Show the chart</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>Only the first %1</source>
        <translation>只看前 %1 个</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 个</translation>
    </message>
    <message>
        <source>Text with commas (CSV)</source>
        <translation>逗号分隔文本（CSV）</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>工作簿（XLSX）</translation>
    </message>
    <message>
        <source>To print (PDF)</source>
        <translation>打印（PDF）</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>is filled</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>是其中之一</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不是其中任何一个</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>结尾是</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不多于</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>在</translation>
    </message>
    <message>
        <source>is on</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>下月</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>the last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>the next 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>the next 30 days</source>
        <translation>未来 30 天</translation>
    </message>
    <message>
        <source>more than 30 days ago</source>
        <translation>30 天以前</translation>
    </message>
    <message>
        <source>more than 90 days ago</source>
        <translation>90 天以前</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>my team</source>
        <translation>我的团队</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose a field, how it compares, and with what. Several conditions narrow the list.</source>
        <translation>选择字段、比较方式和值。多个条件会逐步缩小列表。</translation>
    </message>
    <message>
        <source>All hold</source>
        <translation>满足全部</translation>
    </message>
    <message>
        <source>Any holds</source>
        <translation>满足任一</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message numerus="yes">
        <source>Show %n</source>
        <translation>
            <numerusform>显示 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>In no team</source>
        <translation>未加入团队</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Deals: %1</source>
        <translation>按商机：%1</translation>
    </message>
    <message>
        <source>Submitted: %1</source>
        <translation>已提交：%1</translation>
    </message>
</context>
<context>
    <name>ForecastPage</name>
    <message>
        <source>Forecast</source>
        <translation>销售预测</translation>
    </message>
    <message>
        <source>Computed from the deals, submitted by each, changed by who leads</source>
        <translation>由商机计算，由本人提交，由负责人调整</translation>
    </message>
    <message>
        <source>What was submitted</source>
        <translation>已提交的预测</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>Next quarter</source>
        <translation>下季度</translation>
    </message>
</context>
<context>
    <name>ForecastSheet</name>
    <message>
        <source>Deals: %1</source>
        <translation>按商机：%1</translation>
    </message>
    <message>
        <source>Submitted: %1</source>
        <translation>已提交：%1</translation>
    </message>
    <message>
        <source>What counts, in %1</source>
        <translation>计入的金额（%1）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Let their own figure count</source>
        <translation>恢复本人的数字</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>New: %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Perhaps it is already here</source>
        <translation>可能已经存在</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>All parts of the screen</source>
        <translation>全部界面组件</translation>
    </message>
</context>
<context>
    <name>GlanceCard</name>
    <message>
        <source>Last order</source>
        <translation>最近订单</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Overdue payment</source>
        <translation>逾期回款</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>未结服务请求</translation>
    </message>
    <message>
        <source>No open case</source>
        <translation>没有未结服务请求</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次拜访</translation>
    </message>
    <message>
        <source>The first visit here</source>
        <translation>首次拜访</translation>
    </message>
</context>
<context>
    <name>GroupLines</name>
    <message>
        <source>Without</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>ImportColumn</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1 goes into</source>
        <translation>%1 对应字段</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更新 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they were</source>
        <translation>
            <numerusform>%n 条无变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>拒绝 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, vCard, iCalendar</source>
        <translation>CSV、Excel、JSON、vCard、iCalendar</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file, or drop it here. Nothing is taken before you have seen what would happen, and it can be undone.</source>
        <translation>选择文件，或拖放到这里。导入前会先显示结果，导入后也可以撤销。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Or where it is</source>
        <translation>或输入文件位置</translation>
    </message>
    <message>
        <source>Looking through the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Taking the rows</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>What these are</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>字段对应</translation>
    </message>
    <message>
        <source>Known already by</source>
        <translation>识别已有记录的依据</translation>
    </message>
    <message>
        <source>Its number, where the file has one</source>
        <translation>文件中的编号（如有）</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>It cannot be taken like this</source>
        <translation>目前无法导入</translation>
    </message>
    <message>
        <source>It would give: %1</source>
        <translation>预计结果：%1</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历史导入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Tables, cards and calendars (%1)</source>
        <translation>表格、名片和日历 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Undone, but for %n that somebody has changed since</source>
        <translation>
            <numerusform>已撤销，但有 %n 条之后被修改过，予以保留</numerusform>
        </translation>
    </message>
    <message>
        <source>The import is undone</source>
        <translation>导入已撤销</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>我的团队</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Pipeline by stage</source>
        <translation>各阶段商机</translation>
    </message>
    <message>
        <source>Lost, by reason</source>
        <translation>丢单原因</translation>
    </message>
    <message>
        <source>New customers by month</source>
        <translation>每月新增客户</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>销售预测</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下月</translation>
    </message>
    <message>
        <source>Next quarter</source>
        <translation>下季度</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Activity by person</source>
        <translation>人员活动</translation>
    </message>
    <message>
        <source>Overdue payments by customer</source>
        <translation>客户逾期回款</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Submit, and the team&apos;s figures</source>
        <translation>提交预测与团队数字</translation>
    </message>
</context>
<context>
    <name>InvitePage</name>
    <message>
        <source>Invite somebody</source>
        <translation>邀请成员</translation>
    </message>
    <message>
        <source>The link works once, for this e-mail address, for seven days.</source>
        <translation>链接仅限该邮箱使用一次，七天内有效。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>May write in</source>
        <translation>可写入</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>生成链接</translation>
    </message>
    <message>
        <source>Let %1 read this code, or send the link. Whoever has it can join in their place: hand it to nobody else.</source>
        <translation>让 %1 扫描此码，或发送链接。持有链接的人可以代其加入，请勿交给他人。</translation>
    </message>
    <message>
        <source>The invitation as a QR code</source>
        <translation>邀请二维码</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Find a record, a page or a command</source>
        <translation>查找记录、页面或命令</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Something new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>The sections, in their order</source>
        <translation>按顺序切换栏目</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>On to the next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Through lists and what was found</source>
        <translation>浏览列表和结果</translation>
    </message>
    <message>
        <source>Lists and charts</source>
        <translation>列表与图表</translation>
    </message>
    <message>
        <source>Edit the record</source>
        <translation>编辑记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Save, confirm</source>
        <translation>保存、确认</translation>
    </message>
    <message>
        <source>Save, as a draft where there is one</source>
        <translation>保存（可存为草稿）</translation>
    </message>
    <message>
        <source>Move a deal to another stage</source>
        <translation>移动商机到其他阶段</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Move a stop</source>
        <translation>移动站点</translation>
    </message>
    <message>
        <source>Plan of the day</source>
        <translation>今日计划</translation>
    </message>
    <message>
        <source>Agree on a time</source>
        <translation>约定时间</translation>
    </message>
    <message>
        <source>Undo, while it is offered</source>
        <translation>撤销（提示出现时）</translation>
    </message>
    <message>
        <source>On to the next part of the page, Shift: back</source>
        <translation>到页面的下一部分，加 Shift 返回</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>选择多条</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在列表中搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>保存为视图</translation>
    </message>
    <message>
        <source>All, and the views in their order</source>
        <translation>全部及各视图，按顺序</translation>
    </message>
    <message>
        <source>Give what is selected to somebody</source>
        <translation>把所选分配给某人</translation>
    </message>
    <message>
        <source>Merge what is selected</source>
        <translation>合并所选</translation>
    </message>
    <message>
        <source>Export the list, or what is selected</source>
        <translation>导出列表或所选</translation>
    </message>
    <message>
        <source>Through the stages and their deals</source>
        <translation>在阶段和商机之间移动</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KitPage</name>
    <message>
        <source>Your recovery kit</source>
        <translation>您的恢复密钥</translation>
    </message>
    <message>
        <source>If you forget your password or lose this device, only this kit brings your account back. Write it down or print it, and keep it where you keep a passport.</source>
        <translation>如果忘记密码或丢失设备，只有它能找回您的账户。请抄写或打印下来，像护照一样妥善保管。</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The last group, to be sure that you have it</source>
        <translation>请输入最后一组，确认您已保存</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>我已保存</translation>
    </message>
</context>
<context>
    <name>LinesCard</name>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>还没有明细</translation>
    </message>
    <message>
        <source>Edit lines</source>
        <translation>编辑明细</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>生成订单</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>再次订购</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Changed since approved</source>
        <translation>批准后已修改</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>在%1中搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Sort and group</source>
        <translation>排序与分组</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit the filter</source>
        <translation>
            <numerusform>%n 条符合筛选</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this device, encrypted</source>
        <translation>
            <numerusform>本机加密保存 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>End grouping by %1</source>
        <translation>取消按%1分组</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Which one stays</source>
        <translation>保留哪一条</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>What it gains</source>
        <translation>将会补充</translation>
    </message>
    <message numerus="yes">
        <source>%n records that belong to the others follow. The others go to the trash; for 30 days the merge can be undone.</source>
        <translation>
            <numerusform>其他记录下的 %n 条关联记录会一并转移。其他记录移入回收站，30 天内可以撤销合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MonthDays</name>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n 项安排</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Sync and trust</source>
        <translation>同步与信任</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复记录</translation>
    </message>
    <message>
        <source>People and spaces</source>
        <translation>成员与空间</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Item</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>折扣 %</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>Discount in per cent</source>
        <translation>折扣（百分比）</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>OrderModel</name>
    <message>
        <source>stock %1</source>
        <translation>库存 %1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>%1 above the credit limit of %2 (%3 open)</source>
        <translation>超出信用额度 %2 共 %1（未收 %3）</translation>
    </message>
    <message>
        <source>Needs approval: above %1</source>
        <translation>需要审批：超过 %1</translation>
    </message>
    <message>
        <source>Needs approval: discount above %1 %</source>
        <translation>需要审批：折扣超过 %1 %</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工价</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，%2 起</translation>
    </message>
    <message>
        <source>typed; %1: %2</source>
        <translation>手工价；%1：%2</translation>
    </message>
    <message>
        <source>%1 more: %2 each</source>
        <translation>再加 %1：每件 %2</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Line removed</source>
        <translation>已移除明细</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Discount on all lines</source>
        <translation>全部明细的折扣</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Product, SKU or scan</source>
        <translation>产品、货号或扫码</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>再次订购</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>还没有明细</translation>
    </message>
    <message>
        <source>Type a few letters of a product, or scan its code.</source>
        <translation>输入产品名称的几个字，或扫描条码。</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>提交审批</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>可以发送</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>No product is found for %1</source>
        <translation>没有找到产品：%1</translation>
    </message>
    <message>
        <source>Saved, approval requested</source>
        <translation>已保存，已提交审批</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Price book</source>
        <translation>价格表</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Discount in per cent</source>
        <translation>折扣（百分比）</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>OrderTotals</name>
    <message>
        <source>Net %1</source>
        <translation>净额 %1</translation>
    </message>
    <message>
        <source>Tax included %1</source>
        <translation>含税 %1</translation>
    </message>
    <message>
        <source>Tax %1</source>
        <translation>税额 %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
</context>
<context>
    <name>OwnForecastCard</name>
    <message>
        <source>My forecast</source>
        <translation>我的预测</translation>
    </message>
    <message>
        <source>No open deal of yours should close in this period.</source>
        <translation>您在此期间没有预计成交的商机。</translation>
    </message>
    <message>
        <source>Deals: %1 · changed to %2</source>
        <translation>按商机：%1 · 已调整为 %2</translation>
    </message>
    <message>
        <source>Deals: %1</source>
        <translation>按商机：%1</translation>
    </message>
    <message>
        <source>A word on it</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <translation>提交于 %1</translation>
    </message>
    <message>
        <source>Forecast submitted</source>
        <translation>预测已提交</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Compare and merge</source>
        <translation>比较并合并</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一个</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Name, company, number, page or command…</source>
        <translation>姓名、公司、号码、页面或命令…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>Subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Tax included</source>
        <translation>其中税额</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>To</source>
        <translation>致</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People and spaces</source>
        <translation>成员与空间</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>邀请成员</translation>
    </message>
    <message>
        <source>New space</source>
        <translation>新建空间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>客户册</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>What a team works on together.</source>
        <translation>团队共同处理的内容。</translation>
    </message>
    <message>
        <source>One person&apos;s customers, seen by who leads them.</source>
        <translation>一个人的客户，其主管可见。</translation>
    </message>
    <message>
        <source>Customers that nobody owns yet, for who claims them first.</source>
        <translation>尚无人负责的客户，先领先得。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
</context>
<context>
    <name>PickBox</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan of the day</source>
        <translation>当日拜访计划</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新建拜访</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message numerus="yes">
        <source>%n stops</source>
        <translation>
            <numerusform>%n 站</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold a stop to move it, tap its time to agree on one. Times follow at 30 km/h.</source>
        <translation>长按一站可移动，点按时间可约定；其余时间按每小时 30 公里推算。</translation>
    </message>
    <message>
        <source>Submit to the manager</source>
        <translation>提交给经理</translation>
    </message>
    <message>
        <source>No stops on this day</source>
        <translation>这一天没有拜访</translation>
    </message>
    <message>
        <source>Plan a visit, or check in at a customer: it appears here.</source>
        <translation>安排一次拜访，或在客户处签到，就会出现在这里。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hand in the day&apos;s report</source>
        <translation>提交日报</translation>
    </message>
</context>
<context>
    <name>PricesCard</name>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>each</source>
        <translation>每件</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>RecordListView</name>
    <message>
        <source>Follow up: %1</source>
        <translation>跟进：%1</translation>
    </message>
    <message>
        <source>Asking your team&apos;s server…</source>
        <translation>正在询问团队服务器…</translation>
    </message>
    <message>
        <source>The network is switched off; your work is kept here</source>
        <translation>网络已关闭；您的工作保存在本机</translation>
    </message>
    <message>
        <source>Let go to sync</source>
        <translation>松开即同步</translation>
    </message>
    <message>
        <source>Pull to sync</source>
        <translation>下拉同步</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>写邮件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>General</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>This record is not here</source>
        <translation>本机没有这条记录</translation>
    </message>
    <message>
        <source>It was deleted, or it is in a space that you are not in.</source>
        <translation>它已被删除，或属于您不在其中的空间。</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>致电：%1</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>%1 is not edited here</source>
        <translation>%1不能在此处编辑</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>What you add works without a network and syncs by itself.</source>
        <translation>没有网络也能添加，之后会自动同步。</translation>
    </message>
    <message>
        <source>Beginnings of words, pinyin and the last four digits of a number are enough.</source>
        <translation>输入词的开头、拼音或号码后四位即可。</translation>
    </message>
    <message>
        <source>Add the first</source>
        <translation>添加第一条</translation>
    </message>
    <message>
        <source>Choose one on the left</source>
        <translation>请在左侧选择</translation>
    </message>
    <message>
        <source>Arrow keys and Enter do, too.</source>
        <translation>也可以用方向键和回车键。</translation>
    </message>
    <message>
        <source>No record fits all conditions.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出此列表</translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>已写入 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在读取列表…</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>RelatedCard</name>
    <message>
        <source>New: %1</source>
        <translation>新建%1</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>全部 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>%1, by month</source>
        <translation>%1，按月</translation>
    </message>
    <message>
        <source>%1, by quarter</source>
        <translation>%1，按季度</translation>
    </message>
    <message>
        <source>%1, by year</source>
        <translation>%1，按年</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1合计</translation>
    </message>
    <message>
        <source>%1, average</source>
        <translation>%1平均</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>堆积图</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>环形图</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>From a view</source>
        <translation>来自视图</translation>
    </message>
    <message>
        <source>By</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>And by</source>
        <translation>再分组</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>图表类型</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Give the report a name</source>
        <translation>请为报表命名</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报表</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报表</translation>
    </message>
    <message>
        <source>No report is kept yet</source>
        <translation>还没有保存的报表</translation>
    </message>
    <message>
        <source>A report counts and sums what you choose, and stays true by itself. All who share it see it.</source>
        <translation>报表按你的选择计数和求和，并自动保持最新。共享的人都能看到。</translation>
    </message>
    <message>
        <source>Make the first</source>
        <translation>创建第一个</translation>
    </message>
</context>
<context>
    <name>RouteMap</name>
    <message>
        <source>Map of the day&apos;s stops</source>
        <translation>当日各站示意图</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>SalesNumbers</name>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>进行中商机</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>赢单率</translation>
    </message>
    <message>
        <source>Overdue payments</source>
        <translation>逾期回款</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Name, company, number, pinyin…</source>
        <translation>姓名、公司、号码、拼音…</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>All that you may see is on this device: search works without a network.</source>
        <translation>您能看到的都在本机：没有网络也能搜索。</translation>
    </message>
    <message>
        <source>Beginnings of words, pinyin and the last four digits of a number are enough.</source>
        <translation>输入词的开头、拼音或号码后四位即可。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>End selecting</source>
        <translation>结束选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Change a field</source>
        <translation>更改字段</translation>
    </message>
    <message>
        <source>Give to somebody</source>
        <translation>转交给他人</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>当前账户</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>For those who build Tern</source>
        <translation>供 Tern 开发者使用</translation>
    </message>
    <message>
        <source>All parts of the screen</source>
        <translation>全部界面组件</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
</context>
<context>
    <name>SortSheet</name>
    <message>
        <source>%1, by month</source>
        <translation>%1（按月）</translation>
    </message>
    <message>
        <source>Sort and group</source>
        <translation>排序与分组</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序字段</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组字段</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>SpaceCard</name>
    <message>
        <source>Reads</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>Manages</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>客户册</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
</context>
<context>
    <name>StayCard</name>
    <message>
        <source>Here since %1</source>
        <translation>%1 到达</translation>
    </message>
    <message>
        <source>%1 h, %2</source>
        <translation>%1 小时，%2</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
</context>
<context>
    <name>StopLine</name>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>晚 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Time of %1: %2</source>
        <translation>%1 的时间：%2</translation>
    </message>
</context>
<context>
    <name>SyncLight</name>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>同步：%1</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync and trust</source>
        <translation>同步与信任</translation>
    </message>
    <message>
        <source>Everything is with your team</source>
        <translation>团队已拥有全部内容</translation>
    </message>
    <message>
        <source>Something needs you</source>
        <translation>有事项需要您处理</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>正在发送 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a network</source>
        <translation>
            <numerusform>%n 项等待网络</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Not synced yet. All that you do is kept on this device.</source>
        <translation>尚未同步。您所做的一切都保存在本机。</translation>
    </message>
    <message>
        <source>Last settled with the server: %1. What you do meanwhile is kept here, encrypted, and goes by itself.</source>
        <translation>上次与服务器同步：%1。此后的修改已加密保存在本机，会自动发送。</translation>
    </message>
    <message>
        <source>Use the network</source>
        <translation>使用网络</translation>
    </message>
    <message>
        <source>Two wrote the same</source>
        <translation>同一字段的不同修改</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>采用此值</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保留此值</translation>
    </message>
    <message>
        <source>Spaces on this device</source>
        <translation>本机的空间</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1，升序</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1，降序</translation>
    </message>
</context>
<context>
    <name>TargetBar</name>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 的 %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>My targets</source>
        <translation>我的目标</translation>
    </message>
</context>
<context>
    <name>TargetsCard</name>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No targets for this period. A target is set for a person, a team or a territory.</source>
        <translation>此期间没有目标。目标可以为个人、团队或区域设定。</translation>
    </message>
    <message>
        <source>Set a target</source>
        <translation>设定目标</translation>
    </message>
</context>
<context>
    <name>TeamForecastCard</name>
    <message>
        <source>My team&apos;s forecast</source>
        <translation>团队预测</translation>
    </message>
    <message>
        <source>By the deals</source>
        <translation>按商机</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
</context>
<context>
    <name>TeamToday</name>
    <message>
        <source>The team this quarter</source>
        <translation>本季度团队</translation>
    </message>
    <message>
        <source>Pipeline by stage</source>
        <translation>各阶段商机</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>销售预测</translation>
    </message>
    <message>
        <source>Submit, and the team&apos;s figures</source>
        <translation>提交预测与团队数字</translation>
    </message>
</context>
<context>
    <name>TimeSheet</name>
    <message>
        <source>A quarter of an hour earlier</source>
        <translation>提前一刻钟</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>A quarter of an hour later</source>
        <translation>推后一刻钟</translation>
    </message>
    <message>
        <source>An agreed time stays when the order changes; the others follow from it.</source>
        <translation>约定的时间不随顺序改变，其余时间据此推算。</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已约定</translation>
    </message>
    <message>
        <source>Let it follow the order</source>
        <translation>改为随顺序推算</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Good morning</source>
        <translation>早上好</translation>
    </message>
    <message>
        <source>Good day</source>
        <translation>您好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>今日拜访</translation>
    </message>
    <message>
        <source>Overdue tasks</source>
        <translation>逾期任务</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>本周到期</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>进行中的商机</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>No visits in the next seven days</source>
        <translation>未来七天没有拜访</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is due this week</source>
        <translation>本周没有到期事项</translation>
    </message>
    <message>
        <source>Deals closing this month</source>
        <translation>本月预计成交</translation>
    </message>
    <message>
        <source>No open deal closes this month</source>
        <translation>本月没有预计成交的商机</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>最近更新</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Plan of the day</source>
        <translation>当日拜访计划</translation>
    </message>
    <message>
        <source>Start the day</source>
        <translation>开始今天的拜访</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>What is on this device is encrypted. Your password opens it, with or without a network.</source>
        <translation>本机数据已加密。输入密码即可打开，无需网络。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>ViewSheet</name>
    <message>
        <source>Save as a view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共享给</translation>
    </message>
    <message>
        <source>Nobody: for me alone</source>
        <translation>不共享，仅自己</translation>
    </message>
    <message>
        <source>Save what is shown now</source>
        <translation>保存当前内容</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>VisitBanner</name>
    <message>
        <source>At %1 since %2</source>
        <translation>%2 起在 %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>正在 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订货</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>To do here</source>
        <translation>本次要做</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Follow-up on %1</source>
        <translation>%1 跟进</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>还需完成：%1</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>This visit is not here</source>
        <translation>这里没有这次拜访</translation>
    </message>
    <message>
        <source>It was deleted, or it is in a space that you are not in.</source>
        <translation>它已被删除，或在您未加入的空间里。</translation>
    </message>
    <message>
        <source>Check in by hand</source>
        <translation>手工签到</translation>
    </message>
    <message>
        <source>The visit will say that it was entered by hand, and why.</source>
        <translation>拜访上会注明是手工补录及其原因。</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Skipped because</source>
        <translation>跳过原因</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>已签退</translation>
    </message>
</context>
<context>
    <name>VisitPlan</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
</context>
<context>
    <name>Visiting</name>
    <message>
        <source>Follow up: %1</source>
        <translation>跟进：%1</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting to be let in</source>
        <translation>等待批准加入</translation>
    </message>
    <message>
        <source>An admin&apos;s device lets you in at its next sync. You need not do anything; this page goes on by itself.</source>
        <translation>管理员的设备下次同步时会批准您加入。您无需操作，本页会自动继续。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Tern</source>
        <translation>欢迎使用 Tern</translation>
    </message>
    <message>
        <source>Your customers on this device, encrypted. It works without a network, and nobody but your team can read it.</source>
        <translation>客户资料加密保存在本机，没有网络也能使用，除您的团队外无人能读。</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建组织</translation>
    </message>
    <message>
        <source>I was invited</source>
        <translation>我收到了邀请</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请链接</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>It stores and passes on what it cannot read.</source>
        <translation>它只存储和转发自己读不懂的内容。</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>It never leaves this device. Nobody can reset it: keep it, and the kit that comes next.</source>
        <translation>密码不会离开本机，也无人能重置。请牢记密码，并保存好接下来的恢复密钥。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>The link that your admin has sent you, or a picture of the code on their screen.</source>
        <translation>管理员发给您的链接，或其屏幕上二维码的照片。</translation>
    </message>
    <message>
        <source>Read a picture of the code</source>
        <translation>读取二维码照片</translation>
    </message>
    <message>
        <source>There is no code in that picture. Hold the camera straight, and near enough to fill half of it.</source>
        <translation>照片中没有二维码。请正对拍摄，并让二维码占画面一半以上。</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>
