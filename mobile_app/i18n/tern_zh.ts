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
    <message>
        <source>%1; %2</source>
        <comment>what happened; what to do</comment>
        <translation>%1；%2</translation>
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
    <name>BoardCard</name>
    <message>
        <source>Stands still</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>无下一步</translation>
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
        <source>%1 open</source>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>Deals go through stages until they are won or lost. Begin with the usual ones, and change them under More, Stages.</source>
        <translation>商机经过各个阶段，直到赢单或丢单。先用常见的阶段，以后可在“更多 → 阶段”中修改。</translation>
    </message>
    <message>
        <source>Set up the usual stages</source>
        <translation>创建常用阶段</translation>
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
    <name>Cell</name>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
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
    <name>ConflictCard</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>holds now</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保留此值</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>采用此值</translation>
    </message>
    <message>
        <source>Write another value</source>
        <translation>填写其他值</translation>
    </message>
</context>
<context>
    <name>ConvertSheet</name>
    <message>
        <source>Make it a customer</source>
        <translation>转为客户</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Known already: %1</source>
        <translation>已有记录：%1</translation>
    </message>
    <message>
        <source>Open a deal</source>
        <translation>同时新建商机</translation>
    </message>
    <message>
        <source>Name of the deal</source>
        <translation>商机名称</translation>
    </message>
    <message>
        <source>Account and contact made</source>
        <translation>已新建客户与联系人</translation>
    </message>
    <message>
        <source>Account, contact and deal made</source>
        <translation>已新建客户、联系人与商机</translation>
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
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>No amount yet</source>
        <translation>还没有金额</translation>
    </message>
    <message>
        <source>Closes today</source>
        <translation>今天成交</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s)</source>
        <translation>
            <numerusform>%n 天后成交</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>已逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage %1 of %2: %3</source>
        <translation>第 %1 / %2 阶段：%3</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
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
    <name>FactsCard</name>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部 %n 项</numerusform>
        </translation>
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
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Submit, and the team&apos;s figures</source>
        <translation>提交预测与团队数字</translation>
    </message>
    <message>
        <source>New accounts by month</source>
        <translation>每月新客户</translation>
    </message>
    <message>
        <source>Overdue payments by account</source>
        <translation>逾期回款（按客户）</translation>
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
        <source>I have it</source>
        <translation>我已保存</translation>
    </message>
    <message>
        <source>Save it as a file</source>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>Written to %1. Move it off this device: whoever has it and reaches your server can be you.</source>
        <translation>已写入 %1。请将它移出本机：谁拿到它并能连上您的服务器，谁就能冒充您。</translation>
    </message>
    <message>
        <source>The last group of the key, to be sure that you have it</source>
        <translation>密钥（key）的最后一组，以确认您已保存</translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message>
        <source>Became a customer</source>
        <translation>已转为客户</translation>
    </message>
    <message>
        <source>Worth pursuing?</source>
        <translation>值得跟进？</translation>
    </message>
    <message>
        <source>Make an account and a contact of it, and a deal if there is one. The lead stays with its history.</source>
        <translation>将它转为客户和联系人，如有机会再建商机。线索及其历史会保留。</translation>
    </message>
    <message>
        <source>Make it a customer</source>
        <translation>转为客户</translation>
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
    <name>MoreLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
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
    <message>
        <source>Needs approval: discount above %1%</source>
        <translation>需要审批：折扣超过 %1%</translation>
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
    <message>
        <source>Account</source>
        <translation>客户</translation>
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
    <message>
        <source>Subtotal %1</source>
        <translation>小计 %1</translation>
    </message>
    <message>
        <source>Includes tax %1</source>
        <translation>其中税额 %1</translation>
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
        <source>Not the same</source>
        <translation>不是同一个</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Both: %1</source>
        <translation>共同点：%1</translation>
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
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
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
    <name>Refusal</name>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>“%2”不能作为%1的值</translation>
    </message>
    <message>
        <source>%1 cannot be compared in that way</source>
        <translation>%1不能这样比较</translation>
    </message>
    <message>
        <source>%1 cannot be filled like that</source>
        <translation>%1不能这样填写</translation>
    </message>
    <message>
        <source>%1 cannot be matched by &quot;%2&quot;</source>
        <translation>不能用“%2”匹配%1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>%1 counts by itself</source>
        <translation>%1会自动计数</translation>
    </message>
    <message>
        <source>%1 does not refer to %2</source>
        <translation>%1不能关联到%2</translation>
    </message>
    <message>
        <source>%1 has %2 custom fields already</source>
        <translation>%1已有 %2 个自定义字段</translation>
    </message>
    <message>
        <source>%1 has a field %2 already</source>
        <translation>%1已有字段 %2</translation>
    </message>
    <message>
        <source>%1 has an element with fields that it does not know</source>
        <translation>%1中有一个元素带有未知字段</translation>
    </message>
    <message>
        <source>%1 has control characters in it</source>
        <translation>%1包含控制字符</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;</source>
        <translation>%1没有“%2”</translation>
    </message>
    <message>
        <source>%1 has no choice of the CRM&apos;s named &quot;%2&quot;</source>
        <translation>%1没有名为“%2”的内置选项字段</translation>
    </message>
    <message>
        <source>%1 has no custom field &quot;%2&quot;</source>
        <translation>%1没有自定义字段“%2”</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;</source>
        <translation>%1没有字段“%2”</translation>
    </message>
    <message>
        <source>%1 has no order</source>
        <translation>%1不能用于排序</translation>
    </message>
    <message>
        <source>%1 has several fields</source>
        <translation>%1包含多个字段</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes</source>
        <translation>%1超过 %2 字节</translation>
    </message>
    <message>
        <source>%1 is no date</source>
        <translation>%1不是日期</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1不是列表</translation>
    </message>
    <message>
        <source>%1 is no number</source>
        <translation>%1不是数字</translation>
    </message>
    <message>
        <source>%1 is not UTF-8</source>
        <translation>%1不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>%1 is too large a number</source>
        <translation>%1的数值过大</translation>
    </message>
    <message>
        <source>%1 where %2 is expected</source>
        <translation>%1，此处应为%2</translation>
    </message>
    <message>
        <source>%1.%2 is retired</source>
        <translation>%1.%2 已停用</translation>
    </message>
    <message>
        <source>%1: the amount has more decimals than that currency</source>
        <translation>%1：金额的小数位数超过该币种的允许范围</translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation>0 到 100</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>连接已结束</translation>
    </message>
    <message>
        <source>Host not found (authoritative)</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>Host not found (non-authoritative), try again later</source>
        <translation>找不到主机，请稍后再试</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>无法到达主机</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>SQLite: %1</source>
        <translation>SQLite：%1</translation>
    </message>
    <message>
        <source>The socket was closed due to a timeout</source>
        <translation>连接因超时而关闭</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name</source>
        <translation>“%1”不能用作名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; goes over more than %2 references</source>
        <translation>“%1”经过的关联超过 %2 层</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no book here</source>
        <translation>“%1”在本机没有客户册</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2</source>
        <translation>“%1”不是有效的%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no measure</source>
        <translation>“%1”不是有效的统计方式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span of time</source>
        <translation>“%1”不是有效的时间段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the same in all kinds of records</source>
        <translation>“%1”在各类记录中并不相同</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is of several kinds</source>
        <translation>“%1”对应多种记录</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may have several values</source>
        <translation>“%1”可能有多个值</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means more than one space here</source>
        <translation>本机有多个名为“%1”的空间</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names more than %2 fields</source>
        <translation>“%1”的字段超过 %2 个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no field</source>
        <translation>“%1”里没有字段名</translation>
    </message>
    <message>
        <source>&quot;%1&quot; refers to no record, so nothing follows it</source>
        <translation>“%1”不关联任何记录，后面不能再接字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands</source>
        <translation>出现了“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no more choices</source>
        <translation>“%1”不能再添加选项</translation>
    </message>
    <message>
        <source>`,` or `)`</source>
        <translation>“,”或“)”</translation>
    </message>
    <message>
        <source>`and`</source>
        <translation>“and”</translation>
    </message>
    <message>
        <source>`and`, `or` or `)`</source>
        <translation>“and”“or”或“)”</translation>
    </message>
    <message>
        <source>`and`, `or` or the end</source>
        <translation>“and”“or”或结尾</translation>
    </message>
    <message>
        <source>`days`</source>
        <translation>“days”</translation>
    </message>
    <message>
        <source>`tern undelete` brings it back</source>
        <translation>请在“同步与信任”的回收站中恢复</translation>
    </message>
    <message>
        <source>`than`</source>
        <translation>“than”</translation>
    </message>
    <message>
        <source>`with`</source>
        <translation>“with”</translation>
    </message>
    <message>
        <source>a %1 has no lines with prices</source>
        <translation>%1没有带价格的明细行</translation>
    </message>
    <message>
        <source>a %1 is not made as a record</source>
        <translation>不能直接新建%1</translation>
    </message>
    <message>
        <source>a JSON array</source>
        <translation>JSON 数组</translation>
    </message>
    <message>
        <source>a JSON document</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>a bundle has a wrong length</source>
        <translation>账户数据包的长度不对</translation>
    </message>
    <message>
        <source>a cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>a change has no record</source>
        <translation>有一项修改找不到对应的记录</translation>
    </message>
    <message>
        <source>a choice is empty or there twice</source>
        <translation>有选项为空或重复</translation>
    </message>
    <message>
        <source>a choice needs a name</source>
        <translation>选项需要名称</translation>
    </message>
    <message>
        <source>a choice needs something to choose from</source>
        <translation>选项字段至少需要一个选项</translation>
    </message>
    <message>
        <source>a clock has no record</source>
        <translation>有一个时间戳找不到对应的记录</translation>
    </message>
    <message>
        <source>a condition lacks its values</source>
        <translation>条件缺少取值</translation>
    </message>
    <message>
        <source>a condition on %1 has no value</source>
        <translation>“%1”的条件没有取值</translation>
    </message>
    <message>
        <source>a currency such as EUR</source>
        <translation>币种，例如 EUR</translation>
    </message>
    <message>
        <source>a custom field cannot be of type &quot;%1&quot;</source>
        <translation>自定义字段不能是“%1”类型</translation>
    </message>
    <message>
        <source>a data folder needs a password</source>
        <translation>数据文件夹需要密码</translation>
    </message>
    <message>
        <source>a date such as 2017-03-01, or today</source>
        <translation>日期（例如 2017-03-01）或“today”</translation>
    </message>
    <message>
        <source>a date: 2017-03-01 or day/month/year</source>
        <translation>日期：2017-03-01 或 日/月/年</translation>
    </message>
    <message>
        <source>a date: 2017-03-01 or month/day/year</source>
        <translation>日期：2017-03-01 或 月/日/年</translation>
    </message>
    <message>
        <source>a deletion is not laid out as it must be</source>
        <translation>删除操作的格式不正确</translation>
    </message>
    <message>
        <source>a delta belongs to another space</source>
        <translation>有一份数据属于另一个空间</translation>
    </message>
    <message>
        <source>a delta has no changes</source>
        <translation>有一份数据不含任何修改</translation>
    </message>
    <message>
        <source>a delta holds 1 to 256 changes</source>
        <translation>一份数据只能包含 1 到 256 项修改</translation>
    </message>
    <message>
        <source>a delta is larger than any may be</source>
        <translation>有一份数据超过大小上限</translation>
    </message>
    <message>
        <source>a delta is sealed under an epoch that is not in force</source>
        <translation>有一份数据使用的密钥版本已失效</translation>
    </message>
    <message>
        <source>a delta of a kind that this version does not apply</source>
        <translation>有一份数据的类型是此版本不支持的</translation>
    </message>
    <message>
        <source>a delta of an unknown kind</source>
        <translation>有一份数据的类型未知</translation>
    </message>
    <message>
        <source>a delta of an unknown space</source>
        <translation>有一份数据属于未知的空间</translation>
    </message>
    <message>
        <source>a delta of an unknown version</source>
        <translation>有一份数据的版本未知</translation>
    </message>
    <message>
        <source>a delta with an unknown flag</source>
        <translation>有一份数据带有未知标记</translation>
    </message>
    <message>
        <source>a delta with more than 256 tags</source>
        <translation>有一份数据的标签超过 256 个</translation>
    </message>
    <message>
        <source>a delta&apos;s author is unknown here</source>
        <translation>有一份数据的作者在本机未知</translation>
    </message>
    <message>
        <source>a delta&apos;s author knew a newer log</source>
        <translation>有一份数据的作者掌握更新的日志</translation>
    </message>
    <message>
        <source>a delta&apos;s author knew another branch of the space&apos;s log</source>
        <translation>有一份数据的作者使用了空间日志的另一分支</translation>
    </message>
    <message>
        <source>a delta&apos;s body is over 64 KiB</source>
        <translation>有一份数据的正文超过 64 KiB</translation>
    </message>
    <message>
        <source>a delta&apos;s content is not well formed: %1</source>
        <translation>有一份数据的内容格式不正确：%1</translation>
    </message>
    <message>
        <source>a delta&apos;s content is over 64 KiB</source>
        <translation>有一份数据的内容超过 64 KiB</translation>
    </message>
    <message>
        <source>a delta&apos;s frame is not well formed: %1</source>
        <translation>有一份数据的外层格式不正确：%1</translation>
    </message>
    <message>
        <source>a delta&apos;s padding is not as it must be</source>
        <translation>有一份数据的填充不正确</translation>
    </message>
    <message>
        <source>a delta&apos;s signature does not fit</source>
        <translation>有一份数据的签名不匹配</translation>
    </message>
    <message>
        <source>a delta&apos;s tags are not those of the cells inside</source>
        <translation>有一份数据的标签与内容不符</translation>
    </message>
    <message>
        <source>a device hands in its own changes only</source>
        <translation>设备只能提交自己的修改</translation>
    </message>
    <message>
        <source>a device has sent two different contents under one number or stamp</source>
        <translation>有设备用同一编号或时间戳发送了两份不同的内容</translation>
    </message>
    <message>
        <source>a device key file has 32 bytes</source>
        <translation>设备密钥文件应为 32 字节</translation>
    </message>
    <message>
        <source>a device&apos;s id is the hash of its keys</source>
        <translation>设备标识应由其密钥算出</translation>
    </message>
    <message>
        <source>a discount is between 0 and 100 %</source>
        <translation>折扣应在 0 到 100 % 之间</translation>
    </message>
    <message>
        <source>a document has at most %1 lines</source>
        <translation>一份单据最多 %1 行</translation>
    </message>
    <message>
        <source>a duration such as 90, 1:30 or 1h30m</source>
        <translation>时长，例如 90、1:30 或 1h30m</translation>
    </message>
    <message>
        <source>a field can only be taken from one of the merged records</source>
        <translation>字段只能取自参与合并的某条记录</translation>
    </message>
    <message>
        <source>a field of the proof has a wrong length</source>
        <translation>身份证明中有字段长度不对</translation>
    </message>
    <message>
        <source>a field of this type has no default</source>
        <translation>此类型的字段没有默认值</translation>
    </message>
    <message>
        <source>a field&apos;s name</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>a follow-up is due in 1 to 366 days</source>
        <translation>跟进日期应在 1 到 366 天之内</translation>
    </message>
    <message>
        <source>a format that nobody reads</source>
        <translation>没有程序能读取的格式</translation>
    </message>
    <message>
        <source>a log begins with its genesis</source>
        <translation>日志应以创始记录开头</translation>
    </message>
    <message>
        <source>a log has more records than any may have</source>
        <translation>日志的记录数超过上限</translation>
    </message>
    <message>
        <source>a log in the server&apos;s database is damaged: %1</source>
        <translation>服务器数据库中的日志已损坏：%1</translation>
    </message>
    <message>
        <source>a log record is larger than any may be</source>
        <translation>日志记录超过大小上限</translation>
    </message>
    <message>
        <source>a log record is not well formed: %1</source>
        <translation>日志记录的格式不正确：%1</translation>
    </message>
    <message>
        <source>a log record of an unknown type</source>
        <translation>日志记录的类型未知</translation>
    </message>
    <message>
        <source>a log record of an unknown version</source>
        <translation>日志记录的版本未知</translation>
    </message>
    <message>
        <source>a log&apos;s id has 16 bytes</source>
        <translation>日志标识应为 16 字节</translation>
    </message>
    <message>
        <source>a login can only be registered for oneself</source>
        <translation>只能为自己登记登录方式</translation>
    </message>
    <message>
        <source>a login has 1 to 320 bytes</source>
        <translation>登录名应为 1 到 320 字节</translation>
    </message>
    <message>
        <source>a login registration has a wrong length</source>
        <translation>登录登记数据的长度不对</translation>
    </message>
    <message>
        <source>a manager grants and revokes up to writer</source>
        <translation>管理者最多只能授予或收回写入权限</translation>
    </message>
    <message>
        <source>a mark&apos;s stamp is out of range</source>
        <translation>标记的时间戳超出范围</translation>
    </message>
    <message>
        <source>a member is not in the org</source>
        <translation>有成员不在组织中</translation>
    </message>
    <message>
        <source>a member&apos;s keys have changed since the space&apos;s epoch</source>
        <translation>有成员的密钥在空间换钥之后发生了变化</translation>
    </message>
    <message>
        <source>a member&apos;s keys have changed: the next record must rotate</source>
        <translation>有成员的密钥已变化，下一条记录必须更换密钥</translation>
    </message>
    <message>
        <source>a merge can be undone for 30 days</source>
        <translation>合并只能在 30 天内撤销</translation>
    </message>
    <message>
        <source>a merge takes 2 to %1 different records</source>
        <translation>一次合并需要 2 到 %1 条不同的记录</translation>
    </message>
    <message>
        <source>a merged epoch is above both branches</source>
        <translation>合并后的密钥版本应高于两个分支</translation>
    </message>
    <message>
        <source>a message has more parts than any may have</source>
        <translation>消息的组成部分超过上限</translation>
    </message>
    <message>
        <source>a message is larger than any may be</source>
        <translation>消息超过大小上限</translation>
    </message>
    <message>
        <source>a message is not well formed</source>
        <translation>消息格式不正确</translation>
    </message>
    <message>
        <source>a new epoch is one above the one before</source>
        <translation>新的密钥版本应比前一版本大一</translation>
    </message>
    <message>
        <source>a new org needs a code that was not used yet</source>
        <translation>新建组织需要一个未使用过的开通码</translation>
    </message>
    <message>
        <source>a new record&apos;s fields are not laid out as they must be</source>
        <translation>新记录的字段格式不正确</translation>
    </message>
    <message>
        <source>a new user key is sealed to exactly the active devices</source>
        <translation>新的用户密钥应恰好发给所有有效设备</translation>
    </message>
    <message>
        <source>a newer login of this kind is registered</source>
        <translation>这种登录方式已登记了更新的版本</translation>
    </message>
    <message>
        <source>a number of days from 1 to %1</source>
        <translation>1 到 %1 的天数</translation>
    </message>
    <message>
        <source>a number such as 1054.50</source>
        <translation>数字，例如 1054.50</translation>
    </message>
    <message>
        <source>a partial block lists who was added</source>
        <translation>部分密钥块应列出新增的成员</translation>
    </message>
    <message>
        <source>a partial block repeats the epoch in force</source>
        <translation>部分密钥块应沿用当前密钥版本</translation>
    </message>
    <message>
        <source>a password has 1 to 1,024 bytes</source>
        <translation>密码应为 1 到 1,024 字节</translation>
    </message>
    <message>
        <source>a percentage such as 12.5</source>
        <translation>百分比，例如 12.5</translation>
    </message>
    <message>
        <source>a quantity is not below zero</source>
        <translation>数量不能小于零</translation>
    </message>
    <message>
        <source>a record has no id</source>
        <translation>有记录没有标识</translation>
    </message>
    <message>
        <source>a record has no row in %1</source>
        <translation>有记录在 %1 中缺少对应的行</translation>
    </message>
    <message>
        <source>a record is not what its changes say</source>
        <translation>有记录与其修改历史不一致</translation>
    </message>
    <message>
        <source>a record of a space&apos;s log breaks a rule: %1</source>
        <translation>空间日志中有记录违反规则：%1</translation>
    </message>
    <message>
        <source>a record of the org log breaks a rule: %1</source>
        <translation>组织日志中有记录违反规则：%1</translation>
    </message>
    <message>
        <source>a record&apos;s birth is not laid out as it must be</source>
        <translation>记录的创建信息格式不正确</translation>
    </message>
    <message>
        <source>a record&apos;s home is not written directly</source>
        <translation>记录的归属不能直接修改</translation>
    </message>
    <message>
        <source>a record&apos;s id</source>
        <translation>记录的标识</translation>
    </message>
    <message>
        <source>a record&apos;s id is needed</source>
        <translation>需要记录的标识</translation>
    </message>
    <message>
        <source>a reference needs an entity to point to</source>
        <translation>关联字段需要指定关联到哪种记录</translation>
    </message>
    <message>
        <source>a report has at most %1 keys and measures</source>
        <translation>一份报表最多 %1 个分组和统计项</translation>
    </message>
    <message>
        <source>a report needs a name</source>
        <translation>报表需要名称</translation>
    </message>
    <message>
        <source>a row in %1 has no record</source>
        <translation>%1 中有一行找不到对应的记录</translation>
    </message>
    <message>
        <source>a second genesis</source>
        <translation>出现了第二条创始记录</translation>
    </message>
    <message>
        <source>a sheet holds 1,048,575 records</source>
        <translation>一张工作表最多容纳 1,048,575 条记录</translation>
    </message>
    <message>
        <source>a signature of the request to join does not fit</source>
        <translation>加入申请中有签名不匹配</translation>
    </message>
    <message>
        <source>a space has more members than any may have</source>
        <translation>空间的成员数超过上限</translation>
    </message>
    <message>
        <source>a space keeps its least number of holders</source>
        <translation>空间的持有者不能少于下限</translation>
    </message>
    <message>
        <source>a space needs a name</source>
        <translation>空间需要名称</translation>
    </message>
    <message>
        <source>a space without a genesis</source>
        <translation>有空间缺少创始记录</translation>
    </message>
    <message>
        <source>a space&apos;s creator is its admin</source>
        <translation>空间的创建者应是其管理员</translation>
    </message>
    <message>
        <source>a space&apos;s keys are not what its log says</source>
        <translation>空间的密钥与其日志不符</translation>
    </message>
    <message>
        <source>a stamp is far in the future</source>
        <translation>有时间戳远在未来</translation>
    </message>
    <message>
        <source>a stamp is more than five minutes ahead of the server&apos;s clock</source>
        <translation>有时间戳比服务器时间快了五分钟以上</translation>
    </message>
    <message>
        <source>a table cannot be written as that</source>
        <translation>表格不能写成这种格式</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>非空文本</translation>
    </message>
    <message>
        <source>a time such as 2017-03-01 or 2017-03-01T09:30Z, or today</source>
        <translation>时间（例如 2017-03-01 或 2017-03-01T09:30Z）或“today”</translation>
    </message>
    <message>
        <source>a time: 2017-03-01 or 2017-03-01T09:30Z</source>
        <translation>时间：2017-03-01 或 2017-03-01T09:30Z</translation>
    </message>
    <message>
        <source>a user key&apos;s generation rises by one</source>
        <translation>用户密钥的代次应逐一递增</translation>
    </message>
    <message>
        <source>a user&apos;s id is the hash of the identity key</source>
        <translation>用户标识应由其身份密钥算出</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a value is larger than 48 KiB</source>
        <translation>有值超过 48 KiB</translation>
    </message>
    <message>
        <source>a value is larger than a delta may be</source>
        <translation>有值超过一份数据的上限</translation>
    </message>
    <message>
        <source>a value is not in its canonical encoding</source>
        <translation>有值的编码不规范</translation>
    </message>
    <message>
        <source>a value is over 48 KiB</source>
        <translation>有值超过 48 KiB</translation>
    </message>
    <message>
        <source>a view needs a name</source>
        <translation>视图需要名称</translation>
    </message>
    <message>
        <source>a visit is called off for a reason</source>
        <translation>取消拜访需要说明原因</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a workbook needs a file to stand in</source>
        <translation>工作簿需要写入文件</translation>
    </message>
    <message>
        <source>add --entity</source>
        <translation>请说明记录的类型</translation>
    </message>
    <message>
        <source>add a product</source>
        <translation>请添加产品</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>admins suspend others, nobody above themselves</source>
        <translation>管理员只能停用他人，且不能停用级别更高的人</translation>
    </message>
    <message>
        <source>an account bundle is not well formed</source>
        <translation>账户数据包的格式不正确</translation>
    </message>
    <message>
        <source>an account needs a password</source>
        <translation>账户需要密码</translation>
    </message>
    <message>
        <source>an accuracy in whole metres as the third number</source>
        <translation>第三个数字应为整米数的精度</translation>
    </message>
    <message>
        <source>an admin may bring it back with `tern field restore`</source>
        <translation>管理员可以重新启用它</translation>
    </message>
    <message>
        <source>an admin stays</source>
        <translation>至少保留一名管理员</translation>
    </message>
    <message>
        <source>an amount in %1</source>
        <translation>以 %1 计的金额</translation>
    </message>
    <message>
        <source>an amount in %1 with at most %2 decimals</source>
        <translation>以 %1 计、最多 %2 位小数的金额</translation>
    </message>
    <message>
        <source>an amount such as 1054 or 1054 EUR</source>
        <translation>金额，例如 1054 或 1054 EUR</translation>
    </message>
    <message>
        <source>an amount such as 1054, 1,054.00 EUR or $99.50</source>
        <translation>金额，例如 1054、1,054.00 EUR 或 $99.50</translation>
    </message>
    <message>
        <source>an answer has 1 to %1 hits</source>
        <translation>一次查询返回 1 到 %1 条结果</translation>
    </message>
    <message>
        <source>an array of texts</source>
        <translation>文本数组</translation>
    </message>
    <message>
        <source>an element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>an element in %1 has no record</source>
        <translation>%1 中有元素找不到对应的记录</translation>
    </message>
    <message>
        <source>an element in %1.%2 has no record</source>
        <translation>%1.%2 中有元素找不到对应的记录</translation>
    </message>
    <message>
        <source>an epoch is sealed to each member&apos;s newest key</source>
        <translation>密钥应发给每位成员的最新密钥</translation>
    </message>
    <message>
        <source>an epoch&apos;s list is exactly the member set</source>
        <translation>密钥名单应与成员完全一致</translation>
    </message>
    <message>
        <source>an identity key may not sign a record of this type</source>
        <translation>身份密钥不能签署这种记录</translation>
    </message>
    <message>
        <source>an import matches by at most 8 keys</source>
        <translation>导入最多按 8 个字段匹配</translation>
    </message>
    <message>
        <source>an invitation that has expired already</source>
        <translation>邀请已经过期</translation>
    </message>
    <message>
        <source>an invitation&apos;s key is used twice</source>
        <translation>邀请的密钥被重复使用</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an org has one space of its own already</source>
        <translation>组织已有自己的空间</translation>
    </message>
    <message>
        <source>an org needs a name</source>
        <translation>组织需要名称</translation>
    </message>
    <message>
        <source>an org without a genesis</source>
        <translation>有组织缺少创始记录</translation>
    </message>
    <message>
        <source>an unencrypted server may only be this machine</source>
        <translation>只有本机的服务器才可以不加密</translation>
    </message>
    <message>
        <source>an unknown kind of login</source>
        <translation>未知的登录方式</translation>
    </message>
    <message>
        <source>another part of this push was refused</source>
        <translation>同批提交的其他部分被拒绝</translation>
    </message>
    <message>
        <source>another process is syncing this data folder</source>
        <translation>另一个程序正在同步此数据文件夹</translation>
    </message>
    <message>
        <source>another process is writing to this database</source>
        <translation>另一个程序正在写入此数据库</translation>
    </message>
    <message>
        <source>answer it</source>
        <translation>请先应答</translation>
    </message>
    <message>
        <source>ask a colleague who may</source>
        <translation>请让有权限的同事来处理</translation>
    </message>
    <message>
        <source>ask a manager of the space</source>
        <translation>请联系空间的管理者</translation>
    </message>
    <message>
        <source>ask a manager of the space to merge them; nothing was changed</source>
        <translation>请让空间的管理者来合并；未做任何更改</translation>
    </message>
    <message>
        <source>ask a manager of their space</source>
        <translation>请联系其空间的管理者</translation>
    </message>
    <message>
        <source>ask an admin of the org</source>
        <translation>请联系组织管理员</translation>
    </message>
    <message>
        <source>ask an admin of the org to look</source>
        <translation>请让组织管理员处理</translation>
    </message>
    <message>
        <source>ask an admin to sync</source>
        <translation>请让管理员同步一次</translation>
    </message>
    <message>
        <source>ask for %1 in a report of its own</source>
        <translation>请另建一份报表统计 %1</translation>
    </message>
    <message>
        <source>ask for a new one</source>
        <translation>请索取新的邀请</translation>
    </message>
    <message>
        <source>ask for one of them</source>
        <translation>请指定其中一个</translation>
    </message>
    <message>
        <source>ask for so many, or use `tern list`</source>
        <translation>请减少返回的条数</translation>
    </message>
    <message>
        <source>ask for something nearer</source>
        <translation>请选择层级更近的字段</translation>
    </message>
    <message>
        <source>ask for the first page again, without `after`</source>
        <translation>请重新从第一页开始</translation>
    </message>
    <message>
        <source>ask for the last number, and send again from there</source>
        <translation>请取得最新编号后从那里继续发送</translation>
    </message>
    <message>
        <source>ask in several steps</source>
        <translation>请分几次查询</translation>
    </message>
    <message>
        <source>ask one of its admins to open it again</source>
        <translation>请让空间的管理员重新启用</translation>
    </message>
    <message>
        <source>ask one of the space&apos;s admins</source>
        <translation>请联系空间的管理员</translation>
    </message>
    <message>
        <source>ask one of the space&apos;s managers</source>
        <translation>请联系空间的管理者</translation>
    </message>
    <message>
        <source>ask the server&apos;s admin for more</source>
        <translation>请联系服务器管理员增加容量</translation>
    </message>
    <message>
        <source>ask the server&apos;s admin to run tern-server check</source>
        <translation>请让服务器管理员检查服务器</translation>
    </message>
    <message>
        <source>ask the server&apos;s admin to update it</source>
        <translation>请让服务器管理员升级</translation>
    </message>
    <message>
        <source>ask the server&apos;s admin: tern-server org allow</source>
        <translation>请向服务器管理员索取开通码</translation>
    </message>
    <message>
        <source>ask who invited you to run `tern sync`, and try again; or ask for a new invitation</source>
        <translation>请让邀请您的人同步一次后再试；或索取新的邀请</translation>
    </message>
    <message>
        <source>at character %1</source>
        <translation>在第 %1 个字符处</translation>
    </message>
    <message>
        <source>become its owner first, or make one of your own</source>
        <translation>请先成为其负责人，或新建自己的拜访</translation>
    </message>
    <message>
        <source>bring values back one by one with `tern history`</source>
        <translation>请在记录的历史中逐项恢复</translation>
    </message>
    <message>
        <source>brings the file above 2000 columns</source>
        <translation>使文件超过 2000 列</translation>
    </message>
    <message>
        <source>bytes as hexadecimal digits</source>
        <translation>十六进制的字节</translation>
    </message>
    <message>
        <source>cards and calendars do not hold all kinds of records</source>
        <translation>名片和日历不能容纳所有类型的记录</translation>
    </message>
    <message>
        <source>change the visit&apos;s day in the visit itself</source>
        <translation>请在拜访中修改日期</translation>
    </message>
    <message>
        <source>check in first</source>
        <translation>请先签到</translation>
    </message>
    <message>
        <source>check it and try again</source>
        <translation>请检查后重试</translation>
    </message>
    <message>
        <source>check its name and permissions</source>
        <translation>请检查文件名和权限</translation>
    </message>
    <message>
        <source>check its owner and permissions</source>
        <translation>请检查所有者和权限</translation>
    </message>
    <message>
        <source>check out of it instead</source>
        <translation>请改为签退</translation>
    </message>
    <message>
        <source>check out there first: one visit is open at a time</source>
        <translation>请先在那里签退：同时只能进行一个拜访</translation>
    </message>
    <message>
        <source>check out when you leave</source>
        <translation>离开时请签退</translation>
    </message>
    <message>
        <source>check that it exists, its owner and its permissions</source>
        <translation>请检查它是否存在，以及所有者和权限</translation>
    </message>
    <message>
        <source>check that the data folder exists and may be written to</source>
        <translation>请检查数据文件夹是否存在且可写</translation>
    </message>
    <message>
        <source>check the address; a server with an authority of its own needs --ca FILE</source>
        <translation>请检查地址；使用自有证书的服务器需要提供证书文件</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>请检查磁盘</translation>
    </message>
    <message>
        <source>check the disk&apos;s space</source>
        <translation>请检查磁盘空间</translation>
    </message>
    <message>
        <source>check the disk; nothing that was confirmed is lost</source>
        <translation>请检查磁盘；已确认的内容没有丢失</translation>
    </message>
    <message>
        <source>check the folder&apos;s permissions</source>
        <translation>请检查文件夹的权限</translation>
    </message>
    <message>
        <source>check the folder&apos;s permissions and the disk&apos;s space</source>
        <translation>请检查文件夹的权限和磁盘空间</translation>
    </message>
    <message>
        <source>check the invitation with who sent it</source>
        <translation>请与邀请您的人核对邀请</translation>
    </message>
    <message>
        <source>check the network and the server&apos;s address</source>
        <translation>请检查网络和服务器地址</translation>
    </message>
    <message>
        <source>check the password and the kit</source>
        <translation>请检查密码和恢复密钥</translation>
    </message>
    <message>
        <source>check the password or device key file</source>
        <translation>请检查密码或设备密钥文件</translation>
    </message>
    <message>
        <source>check the server&apos;s address and version</source>
        <translation>请检查服务器的地址和版本</translation>
    </message>
    <message>
        <source>check the server&apos;s address; a removed device needs a new login</source>
        <translation>请检查服务器地址；被移除的设备需要重新登录</translation>
    </message>
    <message>
        <source>check this device&apos;s clock, or tell the server&apos;s admin</source>
        <translation>请检查本设备的时间，或告知服务器管理员</translation>
    </message>
    <message>
        <source>check where it is</source>
        <translation>请检查其位置</translation>
    </message>
    <message>
        <source>chmod 600 it</source>
        <translation>请将权限设为仅本人可读（chmod 600）</translation>
    </message>
    <message>
        <source>choose a quote or order</source>
        <translation>请选择报价单或订单</translation>
    </message>
    <message>
        <source>choose a visit</source>
        <translation>请选择一个拜访</translation>
    </message>
    <message>
        <source>choose another day</source>
        <translation>请选择其他日期</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>choose another one</source>
        <translation>请换一个</translation>
    </message>
    <message>
        <source>choose its customer first</source>
        <translation>请先选择客户</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择一项</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>请关闭其他程序后重试</translation>
    </message>
    <message>
        <source>connect again</source>
        <translation>请重新连接</translation>
    </message>
    <message>
        <source>connect again to log in anew</source>
        <translation>请重新连接并登录</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>copy the whole link, from tern+ to its last character</source>
        <translation>请复制完整的链接，从 tern+ 到最后一个字符</translation>
    </message>
    <message>
        <source>correct the clock by the server&apos;s time and send again</source>
        <translation>请按服务器时间校正时钟后重新发送</translation>
    </message>
    <message>
        <source>create an org with `tern org create` or join one with `tern join`</source>
        <translation>请新建组织，或通过邀请加入组织</translation>
    </message>
    <message>
        <source>create it first, or check the spelling</source>
        <translation>请先创建，或检查拼写</translation>
    </message>
    <message>
        <source>create one and grant it to the user</source>
        <translation>请创建客户册并授权给该用户</translation>
    </message>
    <message>
        <source>create the space, or invite the user</source>
        <translation>请创建该空间，或邀请该用户</translation>
    </message>
    <message>
        <source>csv, xlsx, json, jsonl, vcard or ical</source>
        <translation>csv、xlsx、json、jsonl、vcard 或 ical</translation>
    </message>
    <message>
        <source>device key</source>
        <translation>设备密钥</translation>
    </message>
    <message>
        <source>did you mean %1.%2?</source>
        <translation>您是指 %1.%2 吗？</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>do it, then check out</source>
        <translation>请完成后再签退</translation>
    </message>
    <message>
        <source>do not join; tell who invited you</source>
        <translation>请不要加入，并告知邀请您的人</translation>
    </message>
    <message>
        <source>do not write in this space; tell its managers</source>
        <translation>请不要在此空间写入，并告知其管理者</translation>
    </message>
    <message>
        <source>entity:ID, such as account:0190…</source>
        <translation>“类型:标识”，例如 account:0190…</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为%1</translation>
    </message>
    <message>
        <source>export as CSV, or with --where</source>
        <translation>请导出为 CSV，或先筛选</translation>
    </message>
    <message>
        <source>export as csv, xlsx or json</source>
        <translation>请导出为 csv、xlsx 或 json</translation>
    </message>
    <message>
        <source>export as csv, xlsx, json or jsonl</source>
        <translation>请导出为 csv、xlsx、json 或 jsonl</translation>
    </message>
    <message>
        <source>export it again, or mend the file</source>
        <translation>请重新导出，或修正文件</translation>
    </message>
    <message>
        <source>fetch it first</source>
        <translation>请先取得它</translation>
    </message>
    <message>
        <source>fetch its newest records and try again</source>
        <translation>请取得最新记录后重试</translation>
    </message>
    <message>
        <source>fetch that device&apos;s newest changes and cut above them</source>
        <translation>请取得该设备的最新修改，并在其后截止</translation>
    </message>
    <message>
        <source>fetch the logs</source>
        <translation>请取得日志</translation>
    </message>
    <message>
        <source>fetch the newest state</source>
        <translation>请取得最新状态</translation>
    </message>
    <message>
        <source>fetch the org log first</source>
        <translation>请先取得组织日志</translation>
    </message>
    <message>
        <source>fetch the org log; if it was not you, ask for a new one</source>
        <translation>请取得组织日志；如果不是您本人使用，请索取新的邀请</translation>
    </message>
    <message>
        <source>fetch the space&apos;s log and seal it again</source>
        <translation>请取得空间日志后重新加密</translation>
    </message>
    <message>
        <source>fetch the space&apos;s log first</source>
        <translation>请先取得空间日志</translation>
    </message>
    <message>
        <source>fill the column, or import with --space</source>
        <translation>请填写该列，或为导入指定空间</translation>
    </message>
    <message>
        <source>free some space and try again; nothing was lost</source>
        <translation>请腾出一些空间后重试；没有丢失任何内容</translation>
    </message>
    <message>
        <source>give --choice once for each</source>
        <translation>请逐一填写选项</translation>
    </message>
    <message>
        <source>give --org NAME</source>
        <translation>请填写组织名称</translation>
    </message>
    <message>
        <source>give --password-file or TERN_PASSWORD</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>give --password-file, TERN_PASSWORD or --device-key-file</source>
        <translation>请输入密码，或提供设备密钥文件</translation>
    </message>
    <message>
        <source>give --to ENTITY</source>
        <translation>请指定关联到哪种记录</translation>
    </message>
    <message>
        <source>give a PEM file with --ca</source>
        <translation>请提供 PEM 格式的证书文件</translation>
    </message>
    <message>
        <source>give a file</source>
        <translation>请提供文件</translation>
    </message>
    <message>
        <source>give a file, not a pipe</source>
        <translation>请提供文件，而不是管道</translation>
    </message>
    <message>
        <source>give a group of this report</source>
        <translation>请选择此报表中的一个分组</translation>
    </message>
    <message>
        <source>give a value for %1</source>
        <translation>请为 %1 填写取值</translation>
    </message>
    <message>
        <source>give an e-mail address</source>
        <translation>请填写邮箱地址</translation>
    </message>
    <message>
        <source>give each a name of its own</source>
        <translation>请使用不重复的名称</translation>
    </message>
    <message>
        <source>give it as tern list shows it</source>
        <translation>请按列表中显示的标识填写</translation>
    </message>
    <message>
        <source>give it back, and have it handed in again as it is now</source>
        <translation>请退回，并按现在的内容重新提交</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>请填写名称</translation>
    </message>
    <message>
        <source>give one with an object a line</source>
        <translation>请提供每行一个对象的文件</translation>
    </message>
    <message>
        <source>give the e-mail address that was invited, or ask for an invitation of your own</source>
        <translation>请使用受邀的邮箱地址，或索取您自己的邀请</translation>
    </message>
    <message>
        <source>give the file that this folder was made with</source>
        <translation>请提供创建此文件夹时使用的文件</translation>
    </message>
    <message>
        <source>give the id of one</source>
        <translation>请指定其中一条的标识</translation>
    </message>
    <message>
        <source>give the id of one of them</source>
        <translation>请指定其中一条的标识</translation>
    </message>
    <message>
        <source>give the id of one, from `tern space list`</source>
        <translation>请指定其中一个空间的标识</translation>
    </message>
    <message>
        <source>give the ids of one kind of record</source>
        <translation>请选择同一类型的记录</translation>
    </message>
    <message>
        <source>give the login of one</source>
        <translation>请填写其中一位的登录名</translation>
    </message>
    <message>
        <source>give the two ids of a line of `tern duplicates`</source>
        <translation>请选择一对重复记录</translation>
    </message>
    <message>
        <source>group by %1 alone</source>
        <translation>请只按 %1 分组</translation>
    </message>
    <message>
        <source>group by another field</source>
        <translation>请按其他字段分组</translation>
    </message>
    <message>
        <source>has a field over 1 MiB</source>
        <translation>有字段超过 1 MiB</translation>
    </message>
    <message>
        <source>has more than %1 columns</source>
        <translation>超过 %1 列</translation>
    </message>
    <message>
        <source>iCalendar is of activities and tasks</source>
        <translation>iCalendar 只用于活动和任务</translation>
    </message>
    <message>
        <source>install the newer version</source>
        <translation>请安装新版本</translation>
    </message>
    <message>
        <source>install the newer version; nothing was changed</source>
        <translation>请安装新版本；未做任何更改</translation>
    </message>
    <message>
        <source>invite them first</source>
        <translation>请先邀请他们</translation>
    </message>
    <message>
        <source>invite with another e-mail address</source>
        <translation>请使用其他邮箱地址邀请</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>嵌套层数过多</translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>is not %1, as the rest of it seems to be</source>
        <translation>与其余部分不同，不是 %1 编码</translation>
    </message>
    <message>
        <source>it belongs to another log</source>
        <translation>它属于另一份日志</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>它不能写入</translation>
    </message>
    <message>
        <source>it changes nothing</source>
        <translation>它没有改变任何内容</translation>
    </message>
    <message>
        <source>it does not begin as one</source>
        <translation>它的开头不正确</translation>
    </message>
    <message>
        <source>it ends</source>
        <translation>到此结束</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>共有：%1</translation>
    </message>
    <message>
        <source>it has no tags</source>
        <translation>它没有标签</translation>
    </message>
    <message>
        <source>it has none at all</source>
        <translation>其中没有任何工作表</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>它不完整</translation>
    </message>
    <message>
        <source>it is longer than 50,000 lines or 8 MiB</source>
        <translation>它超过 50,000 行或 8 MiB</translation>
    </message>
    <message>
        <source>it is no message</source>
        <translation>它不是消息</translation>
    </message>
    <message>
        <source>it is not ended before the next begins</source>
        <translation>它在下一个开始之前没有结束</translation>
    </message>
    <message>
        <source>it is one of %1</source>
        <translation>可选：%1</translation>
    </message>
    <message>
        <source>it is tried again by itself</source>
        <translation>会自动重试</translation>
    </message>
    <message>
        <source>it may have been moved; look for it again</source>
        <translation>它可能已被转移；请重新查找</translation>
    </message>
    <message>
        <source>it sends what is written here by itself</source>
        <translation>它会自动发送这里写入的内容</translation>
    </message>
    <message>
        <source>it succeeds nobody of this org</source>
        <translation>它不接替本组织中的任何人</translation>
    </message>
    <message>
        <source>it voids work of nobody</source>
        <translation>它作废的内容没有作者</translation>
    </message>
    <message>
        <source>it was changed after it was handed in</source>
        <translation>它在提交之后被修改过</translation>
    </message>
    <message>
        <source>its author is not in the org</source>
        <translation>其作者不在组织中</translation>
    </message>
    <message>
        <source>its author is suspended</source>
        <translation>其作者已被停用</translation>
    </message>
    <message>
        <source>its author&apos;s device has expired</source>
        <translation>其作者的设备已过期</translation>
    </message>
    <message>
        <source>its author&apos;s device is not active</source>
        <translation>其作者的设备未启用</translation>
    </message>
    <message>
        <source>its author&apos;s device was cut off</source>
        <translation>其作者的设备已被移除</translation>
    </message>
    <message>
        <source>its bases</source>
        <translation>其依据</translation>
    </message>
    <message>
        <source>its changes are not its tags</source>
        <translation>其修改与标签不符</translation>
    </message>
    <message>
        <source>its default is %1</source>
        <translation>其默认值为 %1</translation>
    </message>
    <message>
        <source>its first line must name the columns</source>
        <translation>第一行必须是列名</translation>
    </message>
    <message>
        <source>its first row must name the columns</source>
        <translation>第一行必须是列名</translation>
    </message>
    <message>
        <source>its length does not fit</source>
        <translation>其长度不对</translation>
    </message>
    <message>
        <source>its number is out of range</source>
        <translation>其编号超出范围</translation>
    </message>
    <message>
        <source>its org position goes back</source>
        <translation>其组织位置倒退</translation>
    </message>
    <message>
        <source>its org position is not the record before it</source>
        <translation>其组织位置不是紧接前一条记录</translation>
    </message>
    <message>
        <source>its org position is on another branch of the org log</source>
        <translation>其组织位置在组织日志的另一分支上</translation>
    </message>
    <message>
        <source>its signature does not fit</source>
        <translation>其签名不匹配</translation>
    </message>
    <message>
        <source>its stamp is out of range</source>
        <translation>其时间戳超出范围</translation>
    </message>
    <message>
        <source>its tags are out of order</source>
        <translation>其标签顺序不对</translation>
    </message>
    <message>
        <source>its time is out of range</source>
        <translation>其时间超出范围</translation>
    </message>
    <message>
        <source>its type has no place in a space&apos;s log</source>
        <translation>这种记录不应出现在空间日志中</translation>
    </message>
    <message>
        <source>its type has no place in the org log</source>
        <translation>这种记录不应出现在组织日志中</translation>
    </message>
    <message>
        <source>keys for a space whose log is not here</source>
        <translation>收到了密钥，但所属空间的日志不在本机</translation>
    </message>
    <message>
        <source>keys of duplicates are</source>
        <translation>重复识别索引</translation>
    </message>
    <message>
        <source>latitude,longitude such as 52.52,13.405</source>
        <translation>“纬度,经度”，例如 52.52,13.405</translation>
    </message>
    <message>
        <source>leave it out, or write what the field takes</source>
        <translation>请留空，或填写该字段允许的值</translation>
    </message>
    <message>
        <source>leave out --to</source>
        <translation>请不要指定关联类型</translation>
    </message>
    <message>
        <source>leave some out</source>
        <translation>请去掉一些</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>请去掉它们</translation>
    </message>
    <message>
        <source>line %1 of the file %2</source>
        <translation>文件第 %1 行%2</translation>
    </message>
    <message>
        <source>log in again as a new device: this one was copied</source>
        <translation>请作为新设备重新登录：此设备曾被复制</translation>
    </message>
    <message>
        <source>log in with a device</source>
        <translation>请用设备登录</translation>
    </message>
    <message>
        <source>look at the document again</source>
        <translation>请重新查看单据</translation>
    </message>
    <message>
        <source>look at the visit again</source>
        <translation>请重新查看拜访</translation>
    </message>
    <message>
        <source>look for it with `tern list`, or sync first</source>
        <translation>请在列表中查找，或先同步</translation>
    </message>
    <message>
        <source>look for it with `tern search`</source>
        <translation>请搜索查找</translation>
    </message>
    <message>
        <source>look for it with `tern search`, or sync first</source>
        <translation>请搜索查找，或先同步</translation>
    </message>
    <message>
        <source>lowering a role rotates the space&apos;s keys and comes with `space revoke`</source>
        <translation>降低角色需要更换空间的密钥，目前请由管理员用命令行完成</translation>
    </message>
    <message>
        <source>make a new one for today</source>
        <translation>请为今天新建一个</translation>
    </message>
    <message>
        <source>make a new space</source>
        <translation>请新建一个空间</translation>
    </message>
    <message>
        <source>make two of it</source>
        <translation>请分成两份单据</translation>
    </message>
    <message>
        <source>map it once</source>
        <translation>请只对应一次</translation>
    </message>
    <message>
        <source>map one, or match by something else</source>
        <translation>请指定对应的列，或按其他字段匹配</translation>
    </message>
    <message>
        <source>match by external_id, email, phone or a field with one value</source>
        <translation>请按 external_id、邮箱、电话或单值字段匹配</translation>
    </message>
    <message>
        <source>match by something else, or mend them</source>
        <translation>请按其他字段匹配，或修正这些记录</translation>
    </message>
    <message>
        <source>measure a number or an amount of money</source>
        <translation>请统计数字或金额字段</translation>
    </message>
    <message>
        <source>mend the file</source>
        <translation>请修正文件</translation>
    </message>
    <message>
        <source>mend the file and import it again</source>
        <translation>请修正文件后重新导入</translation>
    </message>
    <message>
        <source>merge them in several steps</source>
        <translation>请分几次合并</translation>
    </message>
    <message>
        <source>move one that is still ahead</source>
        <translation>请移动尚未进行的拜访</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>请指定其中的文件名</translation>
    </message>
    <message>
        <source>name a new folder, or an empty one</source>
        <translation>请指定新的或空的文件夹</translation>
    </message>
    <message>
        <source>name fewer</source>
        <translation>请减少匹配字段</translation>
    </message>
    <message>
        <source>name fewer fields behind a reference</source>
        <translation>请减少关联之后的字段</translation>
    </message>
    <message>
        <source>name it once</source>
        <translation>请只写一次</translation>
    </message>
    <message>
        <source>name one that `tern export --all` has written</source>
        <translation>请选择由 Tern 整体导出的文件夹</translation>
    </message>
    <message>
        <source>name one with --output</source>
        <translation>请指定文件名</translation>
    </message>
    <message>
        <source>narrow the report with a filter</source>
        <translation>请用筛选缩小报表范围</translation>
    </message>
    <message>
        <source>no column of the file goes into a field of %1</source>
        <translation>文件中没有任何列对应%1的字段</translation>
    </message>
    <message>
        <source>no file was written</source>
        <translation>没有写入文件</translation>
    </message>
    <message>
        <source>nobody decides on what they handed in themselves</source>
        <translation>不能审批自己提交的内容</translation>
    </message>
    <message>
        <source>nobody raises himself</source>
        <translation>不能提升自己的角色</translation>
    </message>
    <message>
        <source>nothing is lost here; everything is read again</source>
        <translation>这里没有丢失任何内容；一切会重新读取</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>未做任何更改</translation>
    </message>
    <message>
        <source>nothing was lost here; try again later, or tell the server&apos;s admin</source>
        <translation>这里没有丢失任何内容；请稍后重试，或告知服务器管理员</translation>
    </message>
    <message>
        <source>nothing was sent; compare the head code on the org page with a colleague and tell your admin</source>
        <translation>没有发送任何内容；请与同事核对组织校验码，并告知管理员</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>没有写入任何内容</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>one of %1, …</source>
        <translation>以下之一：%1，…</translation>
    </message>
    <message>
        <source>one of =, !=, &lt;, &lt;=, &gt;, &gt;=, in, between, contains, starts with, ends with, empty</source>
        <translation>=、!=、&lt;、&lt;=、&gt;、&gt;=、in、between、contains、starts with、ends with、empty 之一</translation>
    </message>
    <message>
        <source>one of these records is not here, or in the trash</source>
        <translation>其中一条记录不在本机，或在回收站中</translation>
    </message>
    <message>
        <source>only a device of the org may ask this</source>
        <translation>只有组织的设备才能这样做</translation>
    </message>
    <message>
        <source>only a pick or set does</source>
        <translation>只有选项或多选字段可以</translation>
    </message>
    <message>
        <source>only admins admit</source>
        <translation>只有管理员可以批准加入</translation>
    </message>
    <message>
        <source>only admins archive</source>
        <translation>只有管理员可以归档</translation>
    </message>
    <message>
        <source>only admins invite, and up to their own role</source>
        <translation>只有管理员可以邀请，且角色不能高于自己</translation>
    </message>
    <message>
        <source>only admins merge forks</source>
        <translation>只有管理员可以合并分支</translation>
    </message>
    <message>
        <source>only admins set policy</source>
        <translation>只有管理员可以设定政策</translation>
    </message>
    <message>
        <source>only an identity key adds a device</source>
        <translation>只有身份密钥可以添加设备</translation>
    </message>
    <message>
        <source>only an owner makes the org&apos;s space</source>
        <translation>只有所有者可以创建组织空间</translation>
    </message>
    <message>
        <source>only managers change members</source>
        <translation>只有管理者可以变更成员</translation>
    </message>
    <message>
        <source>only managers erase</source>
        <translation>只有管理者可以抹除</translation>
    </message>
    <message>
        <source>only managers void</source>
        <translation>只有管理者可以作废</translation>
    </message>
    <message>
        <source>only owners merge forks</source>
        <translation>只有所有者可以合并分支</translation>
    </message>
    <message>
        <source>only owners touch owners</source>
        <translation>只有所有者可以变更所有者</translation>
    </message>
    <message>
        <source>only records of one kind can be merged</source>
        <translation>只能合并同一类型的记录</translation>
    </message>
    <message>
        <source>only the user or an admin revokes a device</source>
        <translation>只有本人或管理员可以移除设备</translation>
    </message>
    <message>
        <source>only those who write in the org&apos;s space define fields</source>
        <translation>只有能在组织空间写入的人可以定义字段</translation>
    </message>
    <message>
        <source>only two records of one kind can be kept separate</source>
        <translation>只能将同一类型的两条记录标记为不重复</translation>
    </message>
    <message>
        <source>only what is entered by hand has a time, in the past</source>
        <translation>只有手工登记才能填写过去的时间</translation>
    </message>
    <message>
        <source>only who holds an invitation may ask to join</source>
        <translation>只有持邀请的人可以申请加入</translation>
    </message>
    <message>
        <source>only writers rotate</source>
        <translation>只有可写入者可以更换密钥</translation>
    </message>
    <message>
        <source>open it and save it again</source>
        <translation>请打开并重新保存</translation>
    </message>
    <message>
        <source>opens a quote that is never closed</source>
        <translation>有引号没有闭合</translation>
    </message>
    <message>
        <source>others may read the device key file %1</source>
        <translation>其他人可以读取设备密钥文件 %1</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>people and spaces are not deleted as records</source>
        <translation>人员和空间不能像记录那样删除</translation>
    </message>
    <message>
        <source>plan a visit first</source>
        <translation>请先安排一次拜访</translation>
    </message>
    <message>
        <source>please report this</source>
        <translation>请反馈此问题</translation>
    </message>
    <message>
        <source>put double quotes around it if it is one</source>
        <translation>如果它是一个值，请加上双引号</translation>
    </message>
    <message>
        <source>put it back from a backup of the folder, or begin in another folder</source>
        <translation>请从文件夹的备份中恢复，或换一个文件夹重新开始</translation>
    </message>
    <message>
        <source>put quotes around a text of several words</source>
        <translation>包含多个词的文本请加引号</translation>
    </message>
    <message>
        <source>quote texts as &quot;…&quot;</source>
        <translation>文本请写成 &quot;…&quot;</translation>
    </message>
    <message>
        <source>records are sorted by at most %1 fields</source>
        <translation>最多按 %1 个字段排序</translation>
    </message>
    <message>
        <source>records of this kind cannot be merged</source>
        <translation>这类记录不能合并</translation>
    </message>
    <message>
        <source>restore it from a backup, or give another folder</source>
        <translation>请从备份恢复，或换一个文件夹</translation>
    </message>
    <message>
        <source>restore it from a backup, or log in again on an empty folder</source>
        <translation>请从备份恢复，或在空文件夹中重新登录</translation>
    </message>
    <message>
        <source>restore the folder from a backup, or log in again on an empty one</source>
        <translation>请从备份恢复该文件夹，或在空文件夹中重新登录</translation>
    </message>
    <message>
        <source>retired ones count: their values are kept; use one of them again</source>
        <translation>已停用的字段也计算在内，其值仍保留；请重新启用其中一个</translation>
    </message>
    <message>
        <source>revoke one that is not used any more</source>
        <translation>请移除一台不再使用的设备</translation>
    </message>
    <message>
        <source>roles are given up to the own</source>
        <translation>授予的角色不能高于自己</translation>
    </message>
    <message>
        <source>rotate the space&apos;s keys and seal again</source>
        <translation>请更换空间密钥后重新加密</translation>
    </message>
    <message>
        <source>save it again, or as CSV</source>
        <translation>请重新保存，或存为 CSV</translation>
    </message>
    <message>
        <source>save it anew, or install the newer version</source>
        <translation>请重新保存，或安装新版本</translation>
    </message>
    <message>
        <source>save it as .xlsx or as CSV</source>
        <translation>请另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>save it without a password</source>
        <translation>请保存为不带密码的文件</translation>
    </message>
    <message>
        <source>save the sheet as CSV</source>
        <translation>请将工作表另存为 CSV</translation>
    </message>
    <message>
        <source>save the text as UTF-8</source>
        <translation>请将文本保存为 UTF-8 编码</translation>
    </message>
    <message>
        <source>say which with --map col=field</source>
        <translation>请指定哪一列对应哪个字段</translation>
    </message>
    <message>
        <source>sealed bytes do not open with this key</source>
        <translation>此密钥无法打开加密内容</translation>
    </message>
    <message>
        <source>search index is</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>secure connection</source>
        <translation>安全连接</translation>
    </message>
    <message>
        <source>see `tern conflicts`</source>
        <translation>请查看“同步与信任”</translation>
    </message>
    <message>
        <source>see `tern field list`</source>
        <translation>请查看字段列表</translation>
    </message>
    <message>
        <source>see `tern field list`; a custom field&apos;s choices are part of it</source>
        <translation>请查看字段列表；自定义字段的选项属于该字段本身</translation>
    </message>
    <message>
        <source>see `tern imports`; an import is undone where it was made, and once</source>
        <translation>请查看导入记录；导入只能在原设备上撤销一次</translation>
    </message>
    <message>
        <source>see `tern list report`</source>
        <translation>请查看报表列表</translation>
    </message>
    <message>
        <source>see `tern list saved_view`</source>
        <translation>请查看已保存的视图</translation>
    </message>
    <message>
        <source>see `tern list user`</source>
        <translation>请查看人员列表</translation>
    </message>
    <message>
        <source>see `tern merge --dry-run`; lists and tags are united</source>
        <translation>请先预览合并；列表和标签会合在一起</translation>
    </message>
    <message>
        <source>see `tern space list`</source>
        <translation>请查看空间列表</translation>
    </message>
    <message>
        <source>see docs/schema.md</source>
        <translation>请查看字段说明文档</translation>
    </message>
    <message>
        <source>see its first line</source>
        <translation>请查看其第一行</translation>
    </message>
    <message>
        <source>see the field names in the CRM&apos;s schema</source>
        <translation>请查看 CRM 的字段名</translation>
    </message>
    <message>
        <source>see where it is to be</source>
        <translation>请检查目标位置</translation>
    </message>
    <message>
        <source>send fewer at once</source>
        <translation>请减少每次发送的数量</translation>
    </message>
    <message>
        <source>send less at once</source>
        <translation>请减少每次发送的内容</translation>
    </message>
    <message>
        <source>send one box for each member with a key, in the block&apos;s order</source>
        <translation>请按密钥块的顺序为每位有密钥的成员发送一份</translation>
    </message>
    <message>
        <source>set this device&apos;s clock, or ask your admin to check the server&apos;s</source>
        <translation>请校正本设备的时间，或请管理员检查服务器时间</translation>
    </message>
    <message>
        <source>several records have that %1</source>
        <translation>有多条记录的%1相同</translation>
    </message>
    <message>
        <source>several records of %1 are named &quot;%2&quot;</source>
        <translation>有多条%1记录名为“%2”</translation>
    </message>
    <message>
        <source>several spaces bear that name</source>
        <translation>有多个空间使用该名称</translation>
    </message>
    <message>
        <source>several users bear that name</source>
        <translation>有多位用户使用该名称</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>请缩短</translation>
    </message>
    <message>
        <source>shorten it, or attach it as a file</source>
        <translation>请缩短，或作为文件附上</translation>
    </message>
    <message>
        <source>shorten it, or attach it as a file; nothing was written</source>
        <translation>请缩短，或作为文件附上；没有写入任何内容</translation>
    </message>
    <message>
        <source>somebody else of the org has this login</source>
        <translation>组织中已有其他人使用此登录名</translation>
    </message>
    <message>
        <source>somebody else was first</source>
        <translation>已有其他人抢先</translation>
    </message>
    <message>
        <source>somebody has been at this visit already</source>
        <translation>已有人处理过此拜访</translation>
    </message>
    <message>
        <source>somebody has decided on this already</source>
        <translation>已有人作出审批</translation>
    </message>
    <message>
        <source>somebody of the org has this login already</source>
        <translation>组织中已有人使用此登录名</translation>
    </message>
    <message>
        <source>somebody of the space has to rotate its keys</source>
        <translation>需要空间中的成员更换密钥</translation>
    </message>
    <message>
        <source>sort by another field</source>
        <translation>请按其他字段排序</translation>
    </message>
    <message>
        <source>sort by one of its keys or measures, such as %1</source>
        <translation>请按其中的分组或统计项排序，例如 %1</translation>
    </message>
    <message>
        <source>still to do here: %1</source>
        <translation>还有未完成的事项：%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>such as GB18030, UTF-16LE or windows-1252</source>
        <translation>例如 GB18030、UTF-16LE 或 windows-1252</translation>
    </message>
    <message>
        <source>sums of records and of their elements do not go into one report</source>
        <translation>记录的合计与明细的合计不能放在同一份报表中</translation>
    </message>
    <message>
        <source>sync first</source>
        <translation>请先同步</translation>
    </message>
    <message>
        <source>sync first, or choose another</source>
        <translation>请先同步，或选择其他产品</translation>
    </message>
    <message>
        <source>sync first, or see `tern history`</source>
        <translation>请先同步，或查看记录的历史</translation>
    </message>
    <message>
        <source>take it out of the trash first</source>
        <translation>请先从回收站恢复</translation>
    </message>
    <message>
        <source>take one of the last 36,500 days, or the last, this or the next</source>
        <translation>请选择最近 36,500 天以内，或上一个、本、下一个时间段</translation>
    </message>
    <message>
        <source>take out brackets that are not needed</source>
        <translation>请去掉不需要的括号</translation>
    </message>
    <message>
        <source>take them out</source>
        <translation>请删除这些字符</translation>
    </message>
    <message>
        <source>tell the space&apos;s managers</source>
        <translation>请告知空间的管理者</translation>
    </message>
    <message>
        <source>tell your admin</source>
        <translation>请告知管理员</translation>
    </message>
    <message>
        <source>tell your admin: the server may not be trusted</source>
        <translation>请告知管理员：此服务器可能不可信</translation>
    </message>
    <message>
        <source>that amount is too large</source>
        <translation>金额过大</translation>
    </message>
    <message>
        <source>that customer is not here</source>
        <translation>本机没有该客户</translation>
    </message>
    <message>
        <source>that id is a record&apos;s of another kind; give the right --entity</source>
        <translation>该标识属于另一类记录；请选择正确的记录类型</translation>
    </message>
    <message>
        <source>that is a folder, not a file</source>
        <translation>那是文件夹，不是文件</translation>
    </message>
    <message>
        <source>that is a workbook of the old binary kind</source>
        <translation>那是旧的二进制格式工作簿</translation>
    </message>
    <message>
        <source>that is no Excel workbook</source>
        <translation>那不是 Excel 工作簿</translation>
    </message>
    <message>
        <source>that is no amount in %1</source>
        <translation>那不是有效的 %1 金额</translation>
    </message>
    <message>
        <source>that is no currency that there is</source>
        <translation>没有这种币种</translation>
    </message>
    <message>
        <source>that is no field of %1 that one record gives</source>
        <translation>那不是%1中可取自某条记录的字段</translation>
    </message>
    <message>
        <source>that is no format that Tern knows</source>
        <translation>Tern 不支持这种格式</translation>
    </message>
    <message>
        <source>that is no quantity</source>
        <translation>那不是有效的数量</translation>
    </message>
    <message>
        <source>that is no record&apos;s id</source>
        <translation>那不是记录的标识</translation>
    </message>
    <message>
        <source>that is no tax rate</source>
        <translation>那不是有效的税率</translation>
    </message>
    <message>
        <source>that is no token of this order</source>
        <translation>此分页标记不属于这种排序</translation>
    </message>
    <message>
        <source>that line has no price</source>
        <translation>该行没有价格</translation>
    </message>
    <message>
        <source>that period cannot be</source>
        <translation>时间段无效</translation>
    </message>
    <message>
        <source>that product has no price</source>
        <translation>该产品没有价格</translation>
    </message>
    <message>
        <source>that product has no price in %1</source>
        <translation>该产品没有 %1 价格</translation>
    </message>
    <message>
        <source>that product is not here</source>
        <translation>本机没有该产品</translation>
    </message>
    <message>
        <source>that record is in the trash</source>
        <translation>该记录在回收站中</translation>
    </message>
    <message>
        <source>that record is in the trash; `tern undelete` brings it back</source>
        <translation>该记录在回收站中；恢复后才能修改</translation>
    </message>
    <message>
        <source>that record is no visit</source>
        <translation>该记录不是拜访</translation>
    </message>
    <message>
        <source>that record is not in the trash</source>
        <translation>该记录不在回收站中</translation>
    </message>
    <message>
        <source>that record was merged into %1</source>
        <translation>该记录已合并到 %1</translation>
    </message>
    <message>
        <source>that stop is under way or over, or there is none</source>
        <translation>该站点正在进行、已结束或不存在</translation>
    </message>
    <message>
        <source>that time cannot be</source>
        <translation>时间无效</translation>
    </message>
    <message>
        <source>that time is on another day</source>
        <translation>该时间在另一天</translation>
    </message>
    <message>
        <source>that user has a higher role there</source>
        <translation>该用户在那里的角色更高</translation>
    </message>
    <message>
        <source>that visit is %1&apos;s</source>
        <translation>该拜访由%1负责</translation>
    </message>
    <message>
        <source>that visit is in the trash</source>
        <translation>该拜访在回收站中</translation>
    </message>
    <message>
        <source>the %1 does not open this data folder</source>
        <translation>%1无法打开此数据文件夹</translation>
    </message>
    <message>
        <source>the Unicode library is not usable</source>
        <translation>Unicode 库不可用</translation>
    </message>
    <message>
        <source>the account in this folder is damaged</source>
        <translation>此文件夹中的账户已损坏</translation>
    </message>
    <message>
        <source>the answer to the challenge came too late</source>
        <translation>对验证的应答来得太晚</translation>
    </message>
    <message>
        <source>the author may not write this in the space</source>
        <translation>作者无权在此空间写入这项内容</translation>
    </message>
    <message>
        <source>the body of a log record is not well formed: %1</source>
        <translation>日志记录的正文格式不正确：%1</translation>
    </message>
    <message>
        <source>the branches do not part there</source>
        <translation>分支并非从那里分开</translation>
    </message>
    <message>
        <source>the bundle is not the one that was registered</source>
        <translation>账户数据包与登记的不符</translation>
    </message>
    <message>
        <source>the card has a field over 1 MiB</source>
        <translation>名片中有字段超过 1 MiB</translation>
    </message>
    <message>
        <source>the card has bytes of no encoding that it names</source>
        <translation>名片中有字节不属于其声明的编码</translation>
    </message>
    <message>
        <source>the card is damaged: %1</source>
        <translation>名片已损坏：%1</translation>
    </message>
    <message>
        <source>the certificate authority&apos;s file cannot be used</source>
        <translation>证书颁发机构的文件无法使用</translation>
    </message>
    <message>
        <source>the challenge comes first</source>
        <translation>应先完成验证</translation>
    </message>
    <message>
        <source>the change does not continue this device&apos;s last one here</source>
        <translation>此修改与本设备之前提交的内容不连续</translation>
    </message>
    <message>
        <source>the condition is empty</source>
        <translation>条件为空</translation>
    </message>
    <message>
        <source>the connection failed: %1</source>
        <translation>连接失败：%1</translation>
    </message>
    <message>
        <source>the connection to the server broke</source>
        <translation>与服务器的连接中断</translation>
    </message>
    <message>
        <source>the crypto library cannot be started</source>
        <translation>加密库无法启动</translation>
    </message>
    <message>
        <source>the cut is below work that was already accepted</source>
        <translation>截止位置早于已接受的内容</translation>
    </message>
    <message>
        <source>the cuts list exactly the devices that lose write</source>
        <translation>截止名单应恰好是失去写入权限的设备</translation>
    </message>
    <message>
        <source>the data folder %1 cannot be written to</source>
        <translation>数据文件夹 %1 无法写入</translation>
    </message>
    <message>
        <source>the data folder cannot be written to</source>
        <translation>数据文件夹无法写入</translation>
    </message>
    <message>
        <source>the data folder&apos;s vault is damaged</source>
        <translation>数据文件夹的密钥库已损坏</translation>
    </message>
    <message>
        <source>the database cannot be written to</source>
        <translation>数据库无法写入</translation>
    </message>
    <message>
        <source>the database does not open with this key</source>
        <translation>此密钥打不开数据库</translation>
    </message>
    <message>
        <source>the database file cannot be opened</source>
        <translation>数据库文件无法打开</translation>
    </message>
    <message>
        <source>the database file is damaged</source>
        <translation>数据库文件已损坏</translation>
    </message>
    <message>
        <source>the database file is damaged, or no database of Tern</source>
        <translation>数据库文件已损坏，或不是 Tern 的数据库</translation>
    </message>
    <message>
        <source>the database refers to a device or space that it does not hold</source>
        <translation>数据库引用了其中不存在的设备或空间</translation>
    </message>
    <message>
        <source>the device corrects itself and sends again</source>
        <translation>设备会自动校正后重新发送</translation>
    </message>
    <message>
        <source>the device has not shown that it holds its key</source>
        <translation>设备未能证明持有其密钥</translation>
    </message>
    <message>
        <source>the device is in the org already</source>
        <translation>设备已在组织中</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>the event has a field over 1 MiB</source>
        <translation>日程中有字段超过 1 MiB</translation>
    </message>
    <message>
        <source>the event has bytes that are not UTF-8</source>
        <translation>日程中有字节不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the event is damaged: %1</source>
        <translation>日程已损坏：%1</translation>
    </message>
    <message>
        <source>the export was stopped</source>
        <translation>导出已停止</translation>
    </message>
    <message>
        <source>the field %1 is mapped twice</source>
        <translation>字段 %1 被对应了两次</translation>
    </message>
    <message>
        <source>the file %1 cannot be read</source>
        <translation>文件 %1 无法读取</translation>
    </message>
    <message>
        <source>the file cannot be read twice</source>
        <translation>文件无法读取两遍</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation>文件在其中途结束</translation>
    </message>
    <message>
        <source>the file ends in the middle of its array</source>
        <translation>文件在数组中途结束</translation>
    </message>
    <message>
        <source>the file goes on after the end of its array</source>
        <translation>文件在数组结束后还有内容</translation>
    </message>
    <message>
        <source>the file has no column &quot;%1&quot;</source>
        <translation>文件中没有“%1”列</translation>
    </message>
    <message>
        <source>the file has no column for &quot;%1&quot;</source>
        <translation>文件中没有对应“%1”的列</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file&apos;s array is broken</source>
        <translation>文件中的数组已损坏</translation>
    </message>
    <message>
        <source>the filter cannot be read %1: %2</source>
        <translation>筛选条件无法读取（%1）：%2</translation>
    </message>
    <message>
        <source>the filter has over %1 conditions</source>
        <translation>筛选条件超过 %1 个</translation>
    </message>
    <message>
        <source>the filter has over %1 values</source>
        <translation>筛选的取值超过 %1 个</translation>
    </message>
    <message>
        <source>the filter has too many conditions</source>
        <translation>筛选条件过多</translation>
    </message>
    <message>
        <source>the filter is longer than %1 bytes</source>
        <translation>筛选条件超过 %1 字节</translation>
    </message>
    <message>
        <source>the filter is nested deeper than %1</source>
        <translation>筛选条件的嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>the filter is nested too deeply</source>
        <translation>筛选条件的嵌套过深</translation>
    </message>
    <message>
        <source>the filter is not UTF-8</source>
        <translation>筛选条件不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the filter looks into too many kinds of records</source>
        <translation>筛选涉及的记录类型过多</translation>
    </message>
    <message>
        <source>the first epoch and tag generation are 1</source>
        <translation>首个密钥版本和标签代次应为 1</translation>
    </message>
    <message>
        <source>the first epoch has none before it</source>
        <translation>首个密钥版本之前不应有其他版本</translation>
    </message>
    <message>
        <source>the first row of the sheet cannot name columns: %1</source>
        <translation>工作表的第一行不能作为列名：%1</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>文件夹无法创建：%1</translation>
    </message>
    <message>
        <source>the folder cannot be read: %1</source>
        <translation>文件夹无法读取：%1</translation>
    </message>
    <message>
        <source>the folder cannot be written: %1</source>
        <translation>文件夹无法写入：%1</translation>
    </message>
    <message>
        <source>the folder&apos;s database, tern.db, is missing or empty</source>
        <translation>文件夹中的数据库 tern.db 缺失或为空</translation>
    </message>
    <message>
        <source>the genesis is signed by the owner&apos;s identity key</source>
        <translation>创始记录应由所有者的身份密钥签署</translation>
    </message>
    <message>
        <source>the group has no &quot;%1&quot;</source>
        <translation>该分组没有“%1”</translation>
    </message>
    <message>
        <source>the history time has a floor of 30 days</source>
        <translation>历史保留时间不能少于 30 天</translation>
    </message>
    <message>
        <source>the import does not say what the records are</source>
        <translation>没有说明导入的是哪种记录</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>the invitation has expired</source>
        <translation>邀请已过期</translation>
    </message>
    <message>
        <source>the invitation was used</source>
        <translation>邀请已被使用</translation>
    </message>
    <message>
        <source>the invitation&apos;s signature does not fit</source>
        <translation>邀请的签名不匹配</translation>
    </message>
    <message>
        <source>the keys of that epoch are not here</source>
        <translation>该版本的密钥不在本机</translation>
    </message>
    <message>
        <source>the last owner stays</source>
        <translation>至少保留一名所有者</translation>
    </message>
    <message>
        <source>the least protocol version never falls</source>
        <translation>最低协议版本不能降低</translation>
    </message>
    <message>
        <source>the local data does not fit together: %1</source>
        <translation>本机数据不一致：%1</translation>
    </message>
    <message>
        <source>the local data does not fit together: the %1 not what the records say</source>
        <translation>本机数据不一致：%1与记录不符</translation>
    </message>
    <message>
        <source>the losing branch is no signed chain</source>
        <translation>被舍弃的分支不是签名链</translation>
    </message>
    <message>
        <source>the losing branch is no valid chain</source>
        <translation>被舍弃的分支不是有效的链</translation>
    </message>
    <message>
        <source>the map entry &quot;%1&quot; cannot be read</source>
        <translation>列对应“%1”无法读取</translation>
    </message>
    <message>
        <source>the new user&apos;s own signature does not fit</source>
        <translation>新用户本人的签名不匹配</translation>
    </message>
    <message>
        <source>the org has all the spaces that it may have</source>
        <translation>组织的空间数已达上限</translation>
    </message>
    <message>
        <source>the org is not here any more</source>
        <translation>该组织已不在这里</translation>
    </message>
    <message>
        <source>the org log carries no sealed keys</source>
        <translation>组织日志中没有加密的密钥</translation>
    </message>
    <message>
        <source>the org log has moved on</source>
        <translation>组织日志已有更新</translation>
    </message>
    <message>
        <source>the org log here is behind a space&apos;s log</source>
        <translation>本机的组织日志落后于空间日志</translation>
    </message>
    <message>
        <source>the org&apos;s policy asks for a newer version</source>
        <translation>组织的政策要求更新的版本</translation>
    </message>
    <message>
        <source>the org&apos;s storage on this server is used up</source>
        <translation>组织在此服务器上的存储空间已用完</translation>
    </message>
    <message>
        <source>the password or kit does not open this account</source>
        <translation>密码或恢复密钥打不开此账户</translation>
    </message>
    <message>
        <source>the password&apos;s cost is outside its bounds</source>
        <translation>密码强度参数超出范围</translation>
    </message>
    <message>
        <source>the record is in a space in which you may not write; ask a manager of the space</source>
        <translation>记录所在的空间您无权写入；请联系空间的管理者</translation>
    </message>
    <message>
        <source>the registration&apos;s signature does not fit</source>
        <translation>登记的签名不匹配</translation>
    </message>
    <message>
        <source>the report &quot;%1&quot; cannot be read: %2</source>
        <translation>报表“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>the report has no &quot;%1&quot;</source>
        <translation>报表中没有“%1”</translation>
    </message>
    <message>
        <source>the report names %1 twice</source>
        <translation>报表中 %1 出现了两次</translation>
    </message>
    <message>
        <source>the request to join is not for this org</source>
        <translation>加入申请不是发给本组织的</translation>
    </message>
    <message>
        <source>the row %1</source>
        <translation>该行%1</translation>
    </message>
    <message>
        <source>the row has %1 fields and the header %2; mend the row</source>
        <translation>该行有 %1 个字段，而表头有 %2 个；请修正该行</translation>
    </message>
    <message>
        <source>the row has a field over %1</source>
        <translation>该行有字段超过 %1</translation>
    </message>
    <message>
        <source>the row has a field over 1 MiB</source>
        <translation>该行有字段超过 1 MiB</translation>
    </message>
    <message>
        <source>the row has bytes that are not %1; save the whole file in one encoding</source>
        <translation>该行有字节不是 %1 编码；请将整个文件保存为同一编码</translation>
    </message>
    <message>
        <source>the row has more fields than the first row has names; name the columns</source>
        <translation>该行的字段多于第一行的列名；请补全列名</translation>
    </message>
    <message>
        <source>the row has more than 2000 columns</source>
        <translation>该行超过 2000 列</translation>
    </message>
    <message>
        <source>the row has text after a closing quote</source>
        <translation>该行在闭合引号之后还有文本</translation>
    </message>
    <message>
        <source>the row has zero bytes in it; it is no text</source>
        <translation>该行含有零字节，不是文本</translation>
    </message>
    <message>
        <source>the row is longer than %1</source>
        <translation>该行长度超过 %1</translation>
    </message>
    <message>
        <source>the row is longer than 8 MiB</source>
        <translation>该行长度超过 8 MiB</translation>
    </message>
    <message>
        <source>the row names no space</source>
        <translation>该行没有填写空间</translation>
    </message>
    <message>
        <source>the schema is broken at %1</source>
        <translation>数据结构在 %1 处有误</translation>
    </message>
    <message>
        <source>the sealed keys do not fit the record&apos;s epoch block</source>
        <translation>加密的密钥与记录中的密钥块不符</translation>
    </message>
    <message>
        <source>the server asks for a password cost that this app does not accept</source>
        <translation>服务器要求的密码强度参数不被本应用接受</translation>
    </message>
    <message>
        <source>the server cannot be reached (%1: %2)</source>
        <translation>无法连接服务器（%1：%2）</translation>
    </message>
    <message>
        <source>the server closed the connection: %1</source>
        <translation>服务器关闭了连接：%1</translation>
    </message>
    <message>
        <source>the server did not answer for a delta that it was sent</source>
        <translation>服务器没有回应发送的数据</translation>
    </message>
    <message>
        <source>the server does not have the log records that it promised</source>
        <translation>服务器没有提供其声明的日志记录</translation>
    </message>
    <message>
        <source>the server hands out a key that the space&apos;s log does not name</source>
        <translation>服务器给出的密钥不在空间日志中</translation>
    </message>
    <message>
        <source>the server said something that has no place here</source>
        <translation>服务器的回应不合时宜</translation>
    </message>
    <message>
        <source>the server sent a message that cannot be read</source>
        <translation>服务器发来的消息无法读取</translation>
    </message>
    <message>
        <source>the server sent a message that is too large</source>
        <translation>服务器发来的消息过大</translation>
    </message>
    <message>
        <source>the server shows another history of this org than the invitation does</source>
        <translation>服务器显示的组织历史与邀请中的不同</translation>
    </message>
    <message>
        <source>the server shows another history of this org than the one seen here</source>
        <translation>服务器显示的组织历史与本机见过的不同</translation>
    </message>
    <message>
        <source>the server shows another org than the one expected</source>
        <translation>服务器显示的不是预期的组织</translation>
    </message>
    <message>
        <source>the server shows another space than the one asked for</source>
        <translation>服务器显示的不是所请求的空间</translation>
    </message>
    <message>
        <source>the server speaks a newer protocol</source>
        <translation>服务器使用更新的协议</translation>
    </message>
    <message>
        <source>the server speaks an older protocol</source>
        <translation>服务器使用较旧的协议</translation>
    </message>
    <message>
        <source>the server was restored from an older state</source>
        <translation>服务器已恢复到较早的状态</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted (%1)</source>
        <translation>服务器的证书不受信任（%1）</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid at this device&apos;s date</source>
        <translation>按本设备的日期，服务器的证书无效</translation>
    </message>
    <message>
        <source>the server&apos;s disk cannot be written to</source>
        <translation>服务器的磁盘无法写入</translation>
    </message>
    <message>
        <source>the server&apos;s disk is full</source>
        <translation>服务器的磁盘已满</translation>
    </message>
    <message>
        <source>the server&apos;s name cannot be checked</source>
        <translation>服务器的名称无法验证</translation>
    </message>
    <message>
        <source>the sheet has more rows than a spreadsheet can have</source>
        <translation>工作表的行数超过电子表格的上限</translation>
    </message>
    <message>
        <source>the sheet is empty</source>
        <translation>工作表是空的</translation>
    </message>
    <message>
        <source>the space is archived</source>
        <translation>空间已归档</translation>
    </message>
    <message>
        <source>the space&apos;s log has moved on</source>
        <translation>空间日志已有更新</translation>
    </message>
    <message>
        <source>the space&apos;s name is longer than 200 bytes</source>
        <translation>空间名称超过 200 字节</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>文本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the user is a member already</source>
        <translation>该用户已是成员</translation>
    </message>
    <message>
        <source>the user is in the org already</source>
        <translation>该用户已在组织中</translation>
    </message>
    <message>
        <source>the view &quot;%1&quot; cannot be read: %2</source>
        <translation>视图“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>the workbook cannot be written</source>
        <translation>工作簿无法写入</translation>
    </message>
    <message>
        <source>the workbook has a tag that does not end</source>
        <translation>工作簿中有未结束的标签</translation>
    </message>
    <message>
        <source>the workbook has no sheet of that name</source>
        <translation>工作簿中没有该名称的工作表</translation>
    </message>
    <message>
        <source>the workbook has too much text for one import</source>
        <translation>工作簿的文本过多，无法一次导入</translation>
    </message>
    <message>
        <source>the workbook holds what no spreadsheet writes</source>
        <translation>工作簿含有电子表格不会写出的内容</translation>
    </message>
    <message>
        <source>the workbook is damaged</source>
        <translation>工作簿已损坏</translation>
    </message>
    <message>
        <source>the workbook is encrypted</source>
        <translation>工作簿已加密</translation>
    </message>
    <message>
        <source>the workbook unpacks to far more than a table needs</source>
        <translation>工作簿解压后远大于一张表格所需</translation>
    </message>
    <message>
        <source>there are no files of records in that folder</source>
        <translation>该文件夹中没有记录文件</translation>
    </message>
    <message>
        <source>there are no groups by %1</source>
        <translation>不能按 %1 分组</translation>
    </message>
    <message>
        <source>there is a choice &quot;%1&quot; already</source>
        <translation>已有选项“%1”</translation>
    </message>
    <message>
        <source>there is a space of that name here already</source>
        <translation>这里已有同名的空间</translation>
    </message>
    <message>
        <source>there is an account in this data folder already</source>
        <translation>此数据文件夹中已有账户</translation>
    </message>
    <message>
        <source>there is an entity %1 already</source>
        <translation>已有名为 %1 的记录类型</translation>
    </message>
    <message>
        <source>there is no %1 &quot;%2&quot; here</source>
        <translation>本机没有名为“%2”的%1</translation>
    </message>
    <message>
        <source>there is no Tern data in %1</source>
        <translation>%1 中没有 Tern 数据</translation>
    </message>
    <message>
        <source>there is no account in this data folder</source>
        <translation>此数据文件夹中没有账户</translation>
    </message>
    <message>
        <source>there is no conflict of that number</source>
        <translation>没有该编号的冲突</translation>
    </message>
    <message>
        <source>there is no device key file %1</source>
        <translation>没有设备密钥文件 %1</translation>
    </message>
    <message>
        <source>there is no encoding of that name</source>
        <translation>没有这种编码</translation>
    </message>
    <message>
        <source>there is no entity &quot;%1&quot;</source>
        <translation>没有记录类型“%1”</translation>
    </message>
    <message>
        <source>there is no key of that epoch for this user</source>
        <translation>没有该版本的用户密钥</translation>
    </message>
    <message>
        <source>there is no line yet</source>
        <translation>还没有明细行</translation>
    </message>
    <message>
        <source>there is no merge of this record to undo here</source>
        <translation>本机没有可撤销的合并</translation>
    </message>
    <message>
        <source>there is no report &quot;%1&quot;</source>
        <translation>没有报表“%1”</translation>
    </message>
    <message>
        <source>there is no space &quot;%1&quot; here</source>
        <translation>本机没有空间“%1”</translation>
    </message>
    <message>
        <source>there is no space or user &quot;%1&quot; here</source>
        <translation>本机没有名为“%1”的空间或用户</translation>
    </message>
    <message>
        <source>there is no stop on that day</source>
        <translation>当天没有站点</translation>
    </message>
    <message>
        <source>there is no such active device</source>
        <translation>没有这样的有效设备</translation>
    </message>
    <message>
        <source>there is no such delta</source>
        <translation>没有这份数据</translation>
    </message>
    <message>
        <source>there is no such invitation, or it was used</source>
        <translation>没有这份邀请，或已被使用</translation>
    </message>
    <message>
        <source>there is no such log, or this user has no part in it</source>
        <translation>没有这份日志，或您不在其中</translation>
    </message>
    <message>
        <source>there is no such member</source>
        <translation>没有这位成员</translation>
    </message>
    <message>
        <source>there is no such record here</source>
        <translation>本机没有这条记录</translation>
    </message>
    <message>
        <source>there is no such record in this space</source>
        <translation>此空间没有这条记录</translation>
    </message>
    <message>
        <source>there is no such space here</source>
        <translation>本机没有这个空间</translation>
    </message>
    <message>
        <source>there is no such space, or this user has no part in it</source>
        <translation>没有这个空间，或您不在其中</translation>
    </message>
    <message>
        <source>there is no such time zone</source>
        <translation>没有这个时区</translation>
    </message>
    <message>
        <source>there is no such user</source>
        <translation>没有这位用户</translation>
    </message>
    <message>
        <source>there is no such user in the org</source>
        <translation>组织中没有这位用户</translation>
    </message>
    <message>
        <source>there is no time zone &quot;%1&quot;</source>
        <translation>没有时区“%1”</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot; in the org</source>
        <translation>组织中没有用户“%1”</translation>
    </message>
    <message>
        <source>there is no view &quot;%1&quot; of %2</source>
        <translation>%2没有视图“%1”</translation>
    </message>
    <message>
        <source>there is not enough memory to check the password</source>
        <translation>内存不足，无法验证密码</translation>
    </message>
    <message>
        <source>there is nothing of that import to undo on this device</source>
        <translation>本设备上没有该导入可撤销的内容</translation>
    </message>
    <message>
        <source>there is nothing to do</source>
        <translation>无需任何操作</translation>
    </message>
    <message>
        <source>there is something in %1 already</source>
        <translation>%1 中已有内容</translation>
    </message>
    <message>
        <source>this account was written by a newer version of Tern</source>
        <translation>此账户由更新版本的 Tern 写入</translation>
    </message>
    <message>
        <source>this character has no meaning here</source>
        <translation>此字符在这里没有意义</translation>
    </message>
    <message>
        <source>this connection is authenticated already</source>
        <translation>此连接已完成登录</translation>
    </message>
    <message>
        <source>this data folder is a copy of one that went on elsewhere: nothing is sent from here</source>
        <translation>此数据文件夹是另一份仍在使用的数据的副本：不会从这里发送任何内容</translation>
    </message>
    <message>
        <source>this data folder is locked</source>
        <translation>此数据文件夹已锁定</translation>
    </message>
    <message>
        <source>this data has fields that this version of Tern does not know</source>
        <translation>数据中有此版本的 Tern 不认识的字段</translation>
    </message>
    <message>
        <source>this data was written by a newer version of Tern</source>
        <translation>数据由更新版本的 Tern 写入</translation>
    </message>
    <message>
        <source>this device has used one number for two changes</source>
        <translation>本设备用同一编号提交了两项修改</translation>
    </message>
    <message>
        <source>this device is not active any more</source>
        <translation>此设备已停用</translation>
    </message>
    <message>
        <source>this device is not let in yet</source>
        <translation>此设备尚未获准加入</translation>
    </message>
    <message>
        <source>this device was cut off from the space</source>
        <translation>此设备已被移出该空间</translation>
    </message>
    <message>
        <source>this device was revoked, and the space has not said how far its work counts</source>
        <translation>此设备已被移除，而空间尚未说明其内容认可到何处</translation>
    </message>
    <message>
        <source>this device&apos;s clock and the server&apos;s differ by more than a day, and nobody confirms either</source>
        <translation>本设备与服务器的时间相差超过一天，且无法确认哪一个正确</translation>
    </message>
    <message>
        <source>this invitation is for another login</source>
        <translation>此邀请是发给另一个登录名的</translation>
    </message>
    <message>
        <source>this is for no customer yet</source>
        <translation>尚未选择客户</translation>
    </message>
    <message>
        <source>this is no server address</source>
        <translation>这不是服务器地址</translation>
    </message>
    <message>
        <source>this is not a complete invitation</source>
        <translation>邀请不完整</translation>
    </message>
    <message>
        <source>this is not a complete recovery kit</source>
        <translation>恢复密钥不完整</translation>
    </message>
    <message>
        <source>this log is not followed any further; tell the space&apos;s managers</source>
        <translation>不再跟随此日志；请告知空间的管理者</translation>
    </message>
    <message>
        <source>this log is not followed any further; tell your admin</source>
        <translation>不再跟随此日志；请告知管理员</translation>
    </message>
    <message>
        <source>this org is on the server already</source>
        <translation>服务器上已有此组织</translation>
    </message>
    <message>
        <source>this quotation mark has no partner on its line</source>
        <translation>此引号在本行没有配对</translation>
    </message>
    <message>
        <source>this record is of a kind that this version of Tern does not know</source>
        <translation>此记录的类型是当前版本的 Tern 不认识的</translation>
    </message>
    <message>
        <source>this server does not go by the name that was dialled</source>
        <translation>此服务器的名称与所连接的不同</translation>
    </message>
    <message>
        <source>this server does not know that kind of deltas</source>
        <translation>此服务器不支持这种数据</translation>
    </message>
    <message>
        <source>this server does not know that request</source>
        <translation>此服务器不支持这种请求</translation>
    </message>
    <message>
        <source>this server does not know that way to log in</source>
        <translation>此服务器不支持这种登录方式</translation>
    </message>
    <message>
        <source>this server does not know this device or invitation, or its proof does not fit</source>
        <translation>服务器不认识此设备或邀请，或其证明不匹配</translation>
    </message>
    <message>
        <source>this server does not speak that version</source>
        <translation>此服务器不支持该版本</translation>
    </message>
    <message>
        <source>this space has taken all the changes that it can</source>
        <translation>此空间的修改数已达上限</translation>
    </message>
    <message>
        <source>this type has no choices</source>
        <translation>此类型没有选项</translation>
    </message>
    <message>
        <source>this type points to nothing</source>
        <translation>此类型不关联任何记录</translation>
    </message>
    <message>
        <source>this user has all the devices that one may have</source>
        <translation>该用户的设备数已达上限</translation>
    </message>
    <message>
        <source>this visit has no such action</source>
        <translation>此拜访没有该事项</translation>
    </message>
    <message>
        <source>this visit is over</source>
        <translation>此拜访已结束</translation>
    </message>
    <message>
        <source>this visit is to nobody</source>
        <translation>此拜访没有对象</translation>
    </message>
    <message>
        <source>too many changes in one message</source>
        <translation>一条消息中的修改过多</translation>
    </message>
    <message>
        <source>too many people wait to be admitted</source>
        <translation>等待批准的人过多</translation>
    </message>
    <message>
        <source>too many spaces are followed on one connection</source>
        <translation>一个连接上跟随的空间过多</translation>
    </message>
    <message>
        <source>too many tags</source>
        <translation>标签过多</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>请稍后重试</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>请稍后再试</translation>
    </message>
    <message>
        <source>try another place</source>
        <translation>请换一个位置</translation>
    </message>
    <message>
        <source>type a price, or add one to a price book</source>
        <translation>请输入价格，或在价目表中添加</translation>
    </message>
    <message>
        <source>type one</source>
        <translation>请输入价格</translation>
    </message>
    <message>
        <source>unfollow some first</source>
        <translation>请先取消跟随一些</translation>
    </message>
    <message>
        <source>unsent work has no delta</source>
        <translation>未发送的修改缺少数据包</translation>
    </message>
    <message>
        <source>update Tern</source>
        <translation>请升级 Tern</translation>
    </message>
    <message>
        <source>update the server</source>
        <translation>请升级服务器</translation>
    </message>
    <message>
        <source>update the server, or log in with a device</source>
        <translation>请升级服务器，或用设备登录</translation>
    </message>
    <message>
        <source>use %1_id or a field behind it</source>
        <translation>请使用 %1_id 或其后的字段</translation>
    </message>
    <message>
        <source>use =, != or in</source>
        <translation>请使用 =、!= 或 in</translation>
    </message>
    <message>
        <source>use =, !=, in, contains, or a field behind it</source>
        <translation>请使用 =、!=、in、contains，或其后的字段</translation>
    </message>
    <message>
        <source>use `field in (…)` for many values of one field</source>
        <translation>一个字段的多个值请用“field in (…)”</translation>
    </message>
    <message>
        <source>use `tern field` or `tern entity`</source>
        <translation>请在命令行定义字段和记录类型</translation>
    </message>
    <message>
        <source>use `tern invite`</source>
        <translation>请使用“邀请成员”</translation>
    </message>
    <message>
        <source>use `tern invite` or `tern space create`</source>
        <translation>请使用“邀请成员”或“新建空间”</translation>
    </message>
    <message>
        <source>use `tern space create`</source>
        <translation>请使用“新建空间”</translation>
    </message>
    <message>
        <source>use `tern user remove` or `tern space revoke`</source>
        <translation>请由管理员移除用户或收回空间权限</translation>
    </message>
    <message>
        <source>use a field with one value</source>
        <translation>请使用单值字段</translation>
    </message>
    <message>
        <source>use another field</source>
        <translation>请使用其他字段</translation>
    </message>
    <message>
        <source>use another folder with --data</source>
        <translation>请使用其他文件夹</translation>
    </message>
    <message>
        <source>use csv or xlsx</source>
        <translation>请使用 csv 或 xlsx</translation>
    </message>
    <message>
        <source>use one of them</source>
        <translation>请使用其中一个</translation>
    </message>
    <message>
        <source>use that one, or `tern unmerge`</source>
        <translation>请使用合并后的记录，或撤销合并</translation>
    </message>
    <message>
        <source>use the file as it was saved, or type the code again</source>
        <translation>请使用保存的文件，或重新输入恢复密钥</translation>
    </message>
    <message>
        <source>use the server&apos;s own name, or ask its admin to add this one with --name</source>
        <translation>请使用服务器自己的名称，或请其管理员添加此名称</translation>
    </message>
    <message>
        <source>use type pick or set</source>
        <translation>请使用选项或多选类型</translation>
    </message>
    <message>
        <source>use up to 48 lower case letters, digits and underscores, a letter first; labels say the rest</source>
        <translation>请使用最多 48 个小写字母、数字和下划线，以字母开头；其余写在标签里</translation>
    </message>
    <message>
        <source>use wss://</source>
        <translation>请使用 wss://</translation>
    </message>
    <message>
        <source>vCards are of contacts, leads and accounts</source>
        <translation>vCard 只用于联系人、线索和客户</translation>
    </message>
    <message>
        <source>what is entered by hand needs a reason</source>
        <translation>手工登记需要填写原因</translation>
    </message>
    <message>
        <source>who takes rights away rotates in the same record</source>
        <translation>收回权限时应在同一条记录中更换密钥</translation>
    </message>
    <message>
        <source>work goes on locally; log in as a new device to send it</source>
        <translation>可在本机继续工作；请作为新设备登录后再发送</translation>
    </message>
    <message>
        <source>write %1 alone</source>
        <translation>请只写 %1</translation>
    </message>
    <message>
        <source>write %1 empty</source>
        <translation>请写成“%1 empty”</translation>
    </message>
    <message>
        <source>write a field&apos;s name</source>
        <translation>请填写字段名</translation>
    </message>
    <message>
        <source>write a new amount first</source>
        <translation>请先填写新的金额</translation>
    </message>
    <message>
        <source>write a number above 0</source>
        <translation>请填写大于 0 的数字</translation>
    </message>
    <message>
        <source>write a number like 12.5</source>
        <translation>请填写数字，例如 12.5</translation>
    </message>
    <message>
        <source>write a number like 19</source>
        <translation>请填写数字，例如 19</translation>
    </message>
    <message>
        <source>write a smaller quantity or price</source>
        <translation>请减小数量或价格</translation>
    </message>
    <message>
        <source>write a word, a number or a text in double quotes</source>
        <translation>请填写词、数字，或加双引号的文本</translation>
    </message>
    <message>
        <source>write col=field, field={col a} {col b} or field=&apos;text&apos;</source>
        <translation>请写成“列=字段”、“字段={列 a} {列 b}”或“字段=&apos;文本&apos;”</translation>
    </message>
    <message>
        <source>write count, sum:field, average:field, min:field or max:field</source>
        <translation>请填写 count、sum:字段、average:字段、min:字段或 max:字段</translation>
    </message>
    <message>
        <source>write day, week, month, quarter or year</source>
        <translation>请填写 day、week、month、quarter 或 year</translation>
    </message>
    <message>
        <source>write digits, at most %1 after the point</source>
        <translation>请填写数字，小数点后最多 %1 位</translation>
    </message>
    <message>
        <source>write field = value</source>
        <translation>请写成“字段 = 值”</translation>
    </message>
    <message>
        <source>write field between 1 and 5</source>
        <translation>请写成“字段 between 1 and 5”</translation>
    </message>
    <message>
        <source>write field empty</source>
        <translation>请写成“字段 empty”</translation>
    </message>
    <message>
        <source>write field older than 30 days</source>
        <translation>请写成“字段 older than 30 days”</translation>
    </message>
    <message>
        <source>write field=value, or leave it out</source>
        <translation>请写成“字段=值”，或留空</translation>
    </message>
    <message>
        <source>write how many are sold</source>
        <translation>请填写销售数量</translation>
    </message>
    <message>
        <source>write it as JSON</source>
        <translation>请写成 JSON</translation>
    </message>
    <message>
        <source>write it as wss://tern.example or wss://tern.example:8443</source>
        <translation>请写成 wss://tern.example 或 wss://tern.example:8443</translation>
    </message>
    <message>
        <source>write it without brackets</source>
        <translation>请去掉方括号</translation>
    </message>
    <message>
        <source>write one such as Europe/Berlin or Asia/Shanghai</source>
        <translation>请填写时区，例如 Europe/Berlin 或 Asia/Shanghai</translation>
    </message>
    <message>
        <source>write the space&apos;s id into the column; `tern space list` shows it</source>
        <translation>请在该列填写空间的标识</translation>
    </message>
    <message>
        <source>write three capital letters such as EUR</source>
        <translation>请填写三个大写字母，例如 EUR</translation>
    </message>
    <message>
        <source>write to one of %1</source>
        <translation>请填写其中之一：%1</translation>
    </message>
    <message>
        <source>write why</source>
        <translation>请填写原因</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>you are checked in there already</source>
        <translation>您已在那里签到</translation>
    </message>
    <message>
        <source>you are not checked in at this visit</source>
        <translation>您尚未在此拜访签到</translation>
    </message>
    <message>
        <source>you are still checked in at %1</source>
        <translation>您仍在%1签到中</translation>
    </message>
    <message>
        <source>you may not grant that role in that space</source>
        <translation>您不能在该空间授予此角色</translation>
    </message>
    <message>
        <source>you may not write in that record&apos;s space</source>
        <translation>您无权在该记录的空间写入</translation>
    </message>
    <message>
        <source>you may not write in that space</source>
        <translation>您无权在该空间写入</translation>
    </message>
    <message>
        <source>you may not write in the space &quot;%1&quot;</source>
        <translation>您无权在空间“%1”中写入</translation>
    </message>
    <message>
        <source>you may not write in the space of one of these records</source>
        <translation>您无权在其中一条记录的空间写入</translation>
    </message>
    <message>
        <source>you may not write in the spaces of that merge</source>
        <translation>您无权在该合并涉及的空间写入</translation>
    </message>
    <message>
        <source>you may write neither of these records</source>
        <translation>您对这两条记录都无权写入</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what happened; what to do</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1 is no part of what is to be settled</source>
        <translation>%1不属于要解决的冲突</translation>
    </message>
    <message>
        <source>change it by itself</source>
        <translation>请单独修改它</translation>
    </message>
    <message>
        <source>look at the values again, then choose</source>
        <translation>请重新查看各个值后再选择</translation>
    </message>
    <message>
        <source>somebody has written there meanwhile</source>
        <translation>期间有人写入了新的值</translation>
    </message>
    <message>
        <source>a forecast is changed by who leads the person</source>
        <translation>预测只能由该员工的上级调整</translation>
    </message>
    <message>
        <source>a forecast is for a month, a quarter or a year</source>
        <translation>预测的期间只能是月、季度或年</translation>
    </message>
    <message>
        <source>look at their deals</source>
        <translation>请查看其商机</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>请选其中一个</translation>
    </message>
    <message>
        <source>talk to their manager</source>
        <translation>请联系其主管</translation>
    </message>
    <message>
        <source>these amounts have no sum</source>
        <translation>这些金额无法相加</translation>
    </message>
    <message>
        <source>ask an admin to do it</source>
        <translation>请联系管理员操作</translation>
    </message>
    <message>
        <source>change its stages</source>
        <translation>请修改它的阶段</translation>
    </message>
    <message>
        <source>only who administers this org sets up its pipeline</source>
        <translation>只有本组织的管理员才能设置销售流程</translation>
    </message>
    <message>
        <source>there is a pipeline already</source>
        <translation>已经有销售流程了</translation>
    </message>
    <message>
        <source>choose a lead</source>
        <translation>请选择一条线索</translation>
    </message>
    <message>
        <source>choose an account</source>
        <translation>请选择一个客户</translation>
    </message>
    <message>
        <source>open the account that it became</source>
        <translation>请打开它转成的客户</translation>
    </message>
    <message>
        <source>that lead was converted already</source>
        <translation>该线索已经转换过</translation>
    </message>
    <message>
        <source>that record is no account</source>
        <translation>该记录不是客户</translation>
    </message>
    <message>
        <source>that record is no lead</source>
        <translation>该记录不是线索</translation>
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
    <message>
        <source>Tern on this device</source>
        <translation>此设备上的 Tern</translation>
    </message>
</context>
<context>
    <name>SettleSheet</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Use this for everyone</source>
        <translation>所有人都用此值</translation>
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
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
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
    <name>Standing</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Restored from the trash</source>
        <translation>已从回收站恢复</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 项</translation>
    </message>
    <message>
        <source>You may not write that in this space any more</source>
        <translation>您已无权在此空间写入该内容</translation>
    </message>
    <message>
        <source>It is too large to be sent</source>
        <translation>内容过大，无法发送</translation>
    </message>
    <message>
        <source>Somebody else was first</source>
        <translation>已有其他人抢先</translation>
    </message>
    <message>
        <source>The organisation&apos;s storage is used up</source>
        <translation>组织的存储空间已用完</translation>
    </message>
    <message>
        <source>The server does not know this kind of change yet</source>
        <translation>服务器尚不支持这种修改</translation>
    </message>
    <message>
        <source>The server did not take it (%1)</source>
        <translation>服务器没有接受（%1）</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
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
        <source>(empty)</source>
        <translation>（空）</translation>
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
    <message>
        <source>Several wrote the same</source>
        <translation>多人修改了同一内容</translation>
    </message>
    <message>
        <source>Not taken by the server</source>
        <translation>服务器未接受</translation>
    </message>
    <message>
        <source>Nothing of it is lost: it is kept on this device, and nobody else has it. Copy it as text, ask a manager of the space, or write it again where you may.</source>
        <translation>这些内容没有丢失：它们只保存在本设备上，其他人还没有。您可以复制为文本、联系空间的管理者，或在有权限的地方重新填写。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Let in on %1</source>
        <translation>%1 获准加入</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>本设备</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
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
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1% of %2</source>
        <translation>%2 的 %1%</translation>
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
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>写一条记录</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>这里还没有任何记录。</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>显示更早的</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>已清空</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
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
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>还没有客户</translation>
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
        <translation>电话</translation>
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
    <message>
        <source>Account</source>
        <translation>客户</translation>
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
<context>
    <name>WorkLine</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
</context>
</TS>
