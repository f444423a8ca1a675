const data=JSON.parse(document.getElementById('words').textContent);
const input=document.getElementById('search'),out=document.getElementById('found');
document.getElementById('searching').hidden=false;
input.addEventListener('input',()=>{out.textContent='';
const asked=input.value.toLowerCase().split(/\s+/).filter(Boolean);if(!asked.length)return;
for(const each of data){const text=each.text.toLowerCase();if(!asked.every(w=>text.includes(w)))continue;
const item=document.createElement('li'),link=document.createElement('a');link.href=each.page;
link.textContent=each.title;item.append(link);out.append(item);}});
