//! Characters that only simplified or only traditional Chinese writes.
//!
//! The pairs are the commonest ones of running text; a page of either kind holds dozens. Both
//! lists leave out characters that the other kind (or Japanese newspapers) uses as well, such as
//! 后, 里, 台 and 只.

use std::sync::LazyLock;

const SIMPLIFIED: &str = "这们国个说时为来会对发学过经电无长东车关门问间开见语读书业产万与专义乐习乡买亚亲仅从价众优传体余侨\
    债倾儿党兰兴养兽内军农冲决况冻净减凤击则刘刚创删别剂剑剧劝办务动励劳势区医华协单卖卫却厂厅历压厌县参双变叙号叹听启\
    员咏响哑唤啸团园围图圆圣场坏块坚坛垒垦报墙壮声处备复够头夺奋奖妆妇妈娱孙宁宝实宠审宪宫宽宾寝导寻寿将尔尘尝尽层属岁\
    岛岗峡币师帐带帮库应庙废庆庞弃张弹强归当录彻径忆忧怀态总恋恶悬惊惧惨惯愤愿懒戏战户扑执扩扫扬扰抚抛护报担拟拥择挂挤挥\
    损换据掷摄摆摇撑敌数斋断旧时显晓晕暂术机杀杂权条杨极构标栋树样档桥检楼横欢欧残毁毕汇汉汤沟沪泪泽洁测济浓涛涨润渊渐\
    渔温湾湿满滚滞滤滨灭灯灵灾炉点炼热爱爷牵犹独狭狮猎环现玛珑电画畅疗疯痒皱盏盐监盖盘矫矿码砖础确碍礼祸离种积称稳穷窃竞\
    笔笼筑签简粮类紧纠红纤约级纪纯纲纳纵纷纸纹纺线练组细织终绍经结绕绘给络绝统继绩续维绿缓编缘缩网罗罚职联聪肃肠肤肿胀胁\
    胜胶脏脑脚舰舱艰艺节苏范荐荣药获营萧萨蓝虑虽虾蚀蚁补装见观规视览觉触誉计订认讨让训议讯记讲许论设访证评识诉词译试诗诚\
    话诞询该详语误说请诸课谁调谈谋谢谣谦谱贝负财责贤败货质贩贪贫购贯贴贵贷贸费贺资赏赔赖赛赞赢赵赶趋跃践踪车轨转轮软轻载\
    较辅辆辈输辑边辽达迁过运还进远违连迟适选递逻遗邓邮邻郑释针钟钢钱铁银链销锁错键镇镜长闭问闲间闻阅阳阴阵阶际陆陈险随隐难\
    雾静韩页顶项顺须顾预领频题额风飞饭饮馆驱驻驾验骗鱼鲁鲜鸟鸡鸣麦黄龄龙";

const TRADITIONAL: &str = "這們國個說時為來會對發學過經電無長東車關門問間開見語讀書業產萬與專義樂習鄉買亞親僅從價眾優傳體餘僑\
    債傾兒黨蘭興養獸軍農衝決況凍淨減鳳擊則劉剛創刪別劑劍劇勸辦務動勵勞勢區醫華協單賣衛卻廠廳歷壓厭縣參雙變敘號嘆聽啟\
    員詠響啞喚嘯團園圍圖圓聖場壞塊堅壇壘墾報牆壯聲處備複夠頭奪奮獎妝婦媽娛孫寧寶實寵審憲宮寬賓寢導尋壽將爾塵嘗盡層屬歲\
    島崗峽幣師帳帶幫庫應廟廢慶龐棄張彈強歸當錄徹徑憶憂懷態總戀惡懸驚懼慘慣憤願懶戲戰撲執擴掃揚擾撫拋護擔擬擁擇掛擠揮\
    損換據擲攝擺搖撐敵數齋斷舊顯曉暈暫術機殺雜權條楊極構標棟樹樣檔橋檢樓橫歡歐殘毀畢匯漢湯溝滬淚澤潔測濟濃濤漲潤淵漸\
    漁溫灣濕滿滾滯濾濱滅燈靈災爐點煉熱愛爺牽猶獨狹獅獵環現瑪瓏畫暢療瘋癢皺盞鹽監蓋盤矯礦碼磚礎確礙禮禍離種積稱穩窮竊競\
    筆籠築簽簡糧類緊糾紅纖約級紀純綱納縱紛紙紋紡線練組細織終紹結繞繪給絡絕統繼績續維綠緩編緣縮網羅罰職聯聰肅腸膚腫脹脅\
    勝膠臟腦腳艦艙艱藝節蘇範薦榮藥獲營蕭薩藍慮雖蝦蝕蟻補裝觀規視覽覺觸譽計訂認討讓訓議訊記講許論設訪證評識訴詞譯試詩誠\
    話誕詢該詳誤請諸課誰調談謀謝謠謙譜貝負財責賢敗貨質販貪貧購貫貼貴貸貿費賀資賞賠賴賽讚贏趙趕趨躍踐蹤軌轉輪軟輕載\
    較輔輛輩輸輯邊遼達遷運還進遠違連遲適選遞邏遺鄧郵鄰鄭釋針鐘鋼錢鐵銀鏈銷鎖錯鍵鎮鏡閉閒聞閱陽陰陣階際陸陳險隨隱難\
    霧靜韓頁頂項順須顧預領頻題額風飛飯飲館驅駐駕驗騙魚魯鮮鳥雞鳴麥黃齡龍";

const FROM: u32 = 0x4E00;
const WORDS: usize = (0x9FFF - FROM as usize) / 64 + 1;

/// For each character of the main Han block a bit in each of two sets.
pub struct Han {
    simplified: [u64; WORDS],
    traditional: [u64; WORDS],
}

static HAN: LazyLock<Han> = LazyLock::new(|| {
    let (mut simplified, mut traditional) = (set(SIMPLIFIED), set(TRADITIONAL));
    // What stands in both lists tells nothing.
    for (s, t) in simplified.iter_mut().zip(traditional.iter_mut()) {
        let both = *s & *t;
        *s &= !both;
        *t &= !both;
    }
    Han { simplified, traditional }
});

fn set(chars: &str) -> [u64; WORDS] {
    let mut bits = [0; WORDS];
    for code in chars.chars().map(u32::from).filter(|code| *code >= FROM) {
        let at = (code - FROM) as usize;
        if let Some(word) = bits.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }
    bits
}

/// The two sets, built at the first call.
pub fn han() -> &'static Han {
    &HAN
}

impl Han {
    /// Whether only simplified, and whether only traditional Chinese writes the character.
    #[inline]
    pub fn kind(&self, c: char) -> (bool, bool) {
        let at = (c as u32).wrapping_sub(FROM) as usize;
        let has = |set: &[u64; WORDS]| set.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1);
        (has(&self.simplified), has(&self.traditional))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_of_both_kinds_tells_nothing() {
        for (c, simplified, traditional) in [
            ('关', true, false),
            ('關', false, true),
            ('海', false, false),
            ('强', true, false),
            ('A', false, false),
        ] {
            assert_eq!(han().kind(c), (simplified, traditional), "{c}");
        }
    }
}
